// How tables relate, in one place, so that schema files only ever point down.
import { relations as define } from 'drizzle-orm';
import {
  address,
  attachment,
  file,
  leadMandate,
  mail,
  organization,
  person,
  post,
  seat,
  thread,
} from './schema';

export const relations = {
  personRelations: define(person, ({ many }) => ({ seats: many(seat), addresses: many(address) })),
  addressRelations: define(address, ({ one }) => ({
    person: one(person, { fields: [address.personId], references: [person.id] }),
  })),
  seatRelations: define(seat, ({ one }) => ({
    person: one(person, { fields: [seat.personId], references: [person.id] }),
    organization: one(organization, { fields: [seat.organizationId], references: [organization.id] }),
  })),
  organizationRelations: define(organization, ({ many }) => ({
    seats: many(seat),
    mandates: many(leadMandate),
  })),
  leadMandateRelations: define(leadMandate, ({ one }) => ({
    organization: one(organization, { fields: [leadMandate.organizationId], references: [organization.id] }),
  })),
  threadRelations: define(thread, ({ many }) => ({ posts: many(post) })),
  postRelations: define(post, ({ one, many }) => ({
    thread: one(thread, { fields: [post.threadId], references: [thread.id] }),
    author: one(person, { fields: [post.authorId], references: [person.id] }),
    organization: one(organization, { fields: [post.organizationId], references: [organization.id] }),
    attachments: many(attachment),
  })),
  attachmentRelations: define(attachment, ({ one }) => ({
    post: one(post, { fields: [attachment.postId], references: [post.id] }),
    file: one(file, { fields: [attachment.sha256], references: [file.sha256] }),
  })),
  mailRelations: define(mail, ({ one }) => ({
    post: one(post, { fields: [mail.postId], references: [post.id] }),
  })),
};
