// Every word on screen and in mails, by language and room. Italian decides which keys exist; a test holds English to them.
import accessEn from './en/access.json';
import adhesionEn from './en/adhesion.json';
import adhesionMailEn from './en/adhesionMail.json';
import answersEn from './en/answers.json';
import bricksEn from './en/bricks.json';
import choicesEn from './en/choices.json';
import copiesEn from './en/copies.json';
import devEn from './en/dev.json';
import directoryEn from './en/directory.json';
import forumEn from './en/forum.json';
import frameEn from './en/frame.json';
import homeEn from './en/home.json';
import legalEn from './en/legal.json';
import mailEn from './en/mail.json';
import officeEn from './en/office.json';
import profileEn from './en/profile.json';
import refusalsEn from './en/refusals.json';
import savingEn from './en/saving.json';
import searchEn from './en/search.json';
import troubleEn from './en/trouble.json';
import writingEn from './en/writing.json';
import accessIt from './it/access.json';
import adhesionIt from './it/adhesion.json';
import adhesionMailIt from './it/adhesionMail.json';
import answersIt from './it/answers.json';
import bricksIt from './it/bricks.json';
import choicesIt from './it/choices.json';
import copiesIt from './it/copies.json';
import devIt from './it/dev.json';
import directoryIt from './it/directory.json';
import forumIt from './it/forum.json';
import frameIt from './it/frame.json';
import homeIt from './it/home.json';
import legalIt from './it/legal.json';
import mailIt from './it/mail.json';
import officeIt from './it/office.json';
import profileIt from './it/profile.json';
import refusalsIt from './it/refusals.json';
import savingIt from './it/saving.json';
import searchIt from './it/search.json';
import troubleIt from './it/trouble.json';
import writingIt from './it/writing.json';

const it = {
  access: accessIt,
  adhesion: adhesionIt,
  adhesionMail: adhesionMailIt,
  answers: answersIt,
  bricks: bricksIt,
  choices: choicesIt,
  copies: copiesIt,
  dev: devIt,
  directory: directoryIt,
  forum: forumIt,
  frame: frameIt,
  home: homeIt,
  legal: legalIt,
  mail: mailIt,
  office: officeIt,
  profile: profileIt,
  refusals: refusalsIt,
  saving: savingIt,
  search: searchIt,
  trouble: troubleIt,
  writing: writingIt,
};

export type Messages = typeof it;

const en: Messages = {
  access: accessEn,
  adhesion: adhesionEn,
  adhesionMail: adhesionMailEn,
  answers: answersEn,
  bricks: bricksEn,
  choices: choicesEn,
  copies: copiesEn,
  dev: devEn,
  directory: directoryEn,
  forum: forumEn,
  frame: frameEn,
  home: homeEn,
  legal: legalEn,
  mail: mailEn,
  office: officeEn,
  profile: profileEn,
  refusals: refusalsEn,
  saving: savingEn,
  search: searchEn,
  trouble: troubleEn,
  writing: writingEn,
};

export const messages = { it, en };
