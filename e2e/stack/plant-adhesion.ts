// Communes on their way in: one that has begun, one whose act waits to be examined, one that was asked for more.

import type { Database } from '@/db/client';
import {
  application,
  file,
  interest,
  membershipStep,
  organization,
  resolution,
  resolutionFile,
} from '@/db/schema';
import type { MembershipDeed, MembershipState } from '@/db/words';
import { newId } from '@/lib/core/ids';
import { seal } from '@/lib/core/seal';
import { hashWord, linkPurpose, makeWord } from '@/lib/membership/applying/model';
import { storeContent } from '@/lib/platform/files/store';
import { contact, pdf, plantCommune } from '@/lib/testing/adhesion-stage';
import { secret } from './start-stack';

export type PlantedAdhesion = {
  /** The words of three applications' links. */
  begun: string;
  filed: string;
  asked: string;
  /** A file of the act that waits. */
  file: string;
  /** The code of a confirming mail, and of one that has expired. */
  link: string;
  expired: string;
};

type Steps = [MembershipDeed, MembershipState][];

/** The commune `Pratoverde` has done nothing yet: it is for the journey. */
export async function plantAdhesion(db: Database, filesDir: string, now: Date): Promise<PlantedAdhesion> {
  const ctx = { db, actor: { kind: 'anonymous' as const }, now };
  await plantCommune(ctx, 'Pratoverde', 'Z901');
  await plantCommune(ctx, 'Pratovecchio di Prova', 'Z902');
  await plantMember(db, await plantCommune(ctx, 'Lagonovo', 'Z903'), now);
  const begun = await plantOne(db, filesDir, now, 'Valdoria', [['request', 'requested']]);
  const filed = await plantOne(db, filesDir, now, 'Montefiore di Prova', [
    ['request', 'requested'],
    ['file', 'filed'],
  ]);
  const asked = await plantOne(db, filesDir, now, "Sant'Aloisio Superiore", [
    ['request', 'requested'],
    ['file', 'filed'],
    ['ask', 'asked'],
  ]);
  await db.insert(interest).values({
    ...{ kind: 'institution', name: 'ASST di Prova', email: 'urp@asst.example', contactName: 'Ida Ferri' },
    ...{ message: 'Vorremmo partecipare alle riunioni.', linkHash: 'prova', confirmedAt: now },
  });
  const link = (until: number) =>
    seal(
      JSON.stringify({
        ...{ for: 'application', communeId: newId(), communeName: 'Pratoverde', locale: 'it', until },
        email: 'protocollo@pratoverde.example',
      }),
      linkPurpose,
      secret,
    );
  return {
    ...{ begun: begun.word, filed: filed.word, asked: asked.word, file: filed.file },
    ...{ link: link(Date.UTC(2100, 0, 1)), expired: link(Date.UTC(2020, 0, 1)) },
  };
}

async function plantOne(db: Database, filesDir: string, now: Date, name: string, steps: Steps) {
  const organizationId = newId();
  const slug = name.toLowerCase().replace(/[^a-z]+/g, '-');
  await db.insert(organization).values({
    ...{ id: organizationId, slug, name: `Comune di ${name}`, kind: 'commune', status: 'applicant' },
    province: 'MI',
  });
  const isSent = steps.length > 1;
  const { resolutionId, fileId } = isSent
    ? await plantAct(db, filesDir, organizationId)
    : { resolutionId: null, fileId: '' };
  const id = newId();
  const word = makeWord(id, secret);
  await db.insert(application).values({
    ...{ id, organizationId, purpose: 'join', email: `protocollo@${slug}.example`, ...contact, resolutionId },
    ...{ tokenHash: hashWord(word), openedAt: now, changedAt: new Date(), sentAt: isSent ? now : null },
    act: isSent ? typed : {},
  });
  await db.insert(membershipStep).values(
    steps.map(([deed, state], index) => ({
      ...{ organizationId, number: index + 1, deed, state, takenOn: '2026-09-17', takenAt: now },
      ...(deed === 'ask' ? { reason: 'Manca la pagina con le firme.', termOn: '2026-09-30' } : {}),
      ...{ applicationId: id, resolutionId: deed === 'file' ? resolutionId : null },
    })),
  );
  return { word, file: fileId };
}

const typed = {
  ...{ organ: 'giunta', number: '77', sessionOn: '2026-09-10', immediate: 'on', enforceableOn: '2026-09-10' },
  ...{ subject: 'Adesione al Coordinamento degli Uffici Stranieri', isEnforceabilityConfirmed: 'on' },
  ...{ publishedFrom: '2026-09-11', publishedTo: '2026-09-26' },
};

async function plantAct(db: Database, filesDir: string, organizationId: string) {
  const [resolutionId, fileId] = [newId(), newId()];
  await db.insert(resolution).values({
    ...{
      id: resolutionId,
      organizationId,
      organ: 'giunta',
      number: '77',
      year: 2026,
      sessionOn: '2026-09-10',
    },
    ...{ subject: typed.subject, immediate: true, publishedFrom: '2026-09-11', publishedTo: '2026-09-26' },
    enforceableOn: '2026-09-10',
  });
  const sha256 = await storeContent(filesDir, pdf);
  await db
    .insert(file)
    .values({ sha256, size: pdf.length, mediaType: 'application/pdf' })
    .onConflictDoNothing();
  await db.insert(resolutionFile).values({
    ...{
      id: fileId,
      resolutionId,
      number: 1,
      sha256,
      signature: 'none',
      declaredSigner: 'Il Segretario comunale',
    },
    name: `${'delibera_dal_nome_senza_spazi_'.repeat(4)}.pdf`,
  });
  return { resolutionId, fileId };
}

/** A member that nobody else looks at: it leaves in a journey. */
async function plantMember(db: Database, communeId: string, takenAt: Date): Promise<void> {
  const organizationId = newId();
  await db.insert(organization).values({
    ...{
      id: organizationId,
      slug: 'lagonovo',
      name: 'Comune di Lagonovo',
      kind: 'commune',
      status: 'member',
    },
    ...{ province: 'MI', joinedOn: '2019-05-10', communeId },
  });
  const step = {
    number: 1,
    deed: 'admit' as const,
    state: 'active' as const,
    takenOn: '2019-05-10',
    takenAt,
  };
  await db.insert(membershipStep).values({ organizationId, ...step });
}
