// Knows the line a telephone or a mail program adds under a message: "Inviato da iPhone". Only a whole line counts (MAIL.md E49).
import { readTable } from './model';

const devices = new Set(
  readTable([
    'iphone, iphone-a, iphonea, iphonesta, ipad, ipada, ipod, apple watch, android, smartphone, cellulare',
    'telefono, telefonino, tablet, dispositivo, palmare, samsung, galaxy, huawei, xiaomi, redmi, oppo, honor',
    'nokia, motorola, oneplus, pixel, blackberry, windows, outlook, yahoo, libero, tiscali, virgilio',
    'alice mail, tim mail, vodafone, fastweb, gmail, google mail, inbox, proton, protonmail, zimbra, thunderbird, mailbox',
    'mailbird, bluemail, blue mail, spark, aqua mail, aquamail, k-9, typemail, mail.com, gmx, web.de',
    'sparrow, airmail, newton, cloudmagic, email.it, aruba, posta per windows, posta di windows',
    'mail for windows, mail per windows, mail pour windows, mail für windows, app mail, mobile, mobil, handy',
    'phone, telefoon, téléphone, portable, móvil, celular, telefon, mobilgerät, mobilen gerät, wireless',
    'mobiltelefon, puhelimesta, handheld, htc, droid, orange, laposte, sfr, tutanota, fairemail',
    'superhuman, verizon, at&t',
  ]),
);
const openings = readTable([
  "(?:inviat[oae]|spedit[oa]|mandat[oa]|scritt[oa])(?: via mail)? (?:dall?[aoe]?|dall[’']|con|tramite|via|da)",
  '(?:sent|posted|written) (?:from|via|with|using|by|on)',
  'gesendet (?:von|mit|über|aus), von (?:meinem|meiner|unterwegs), diese nachricht wurde von',
  'envoyé (?:de|depuis|à partir de|avec|via|par)',
  'enviado (?:desde|de|do|da|via|por|con)',
  '(?:verstuurd|verzonden) (?:vanaf|met|via|vanuit), sendt (?:fra|med|via), skickat från',
  'skickades från, wysłan[eoya] (?:z|za pomocą|przy użyciu), lähetetty, odesláno z',
  'отправлено (?:с|из), надіслано з, trimis de pe, this (?:message|e-?mail) was sent from',
]);
const opening = new RegExp(`^[\\s*_<>([\\u2014\\u2013-]{0,12}(?:${openings.join('|')})(?=[\\s’'])`, 'u');
/** The device stands near the beginning; between stand "dal mio", "my", "l'app". */
const wordsBefore = 5;
const longestRest = 90;
const others =
  /^[\s*_]{0,6}(?:(?:从|從|發自|发自|来自)我的.{0,30}|iphoneから送信|.{0,30}iphone傳送|iphone['’]?u?m?dan gönderildi|napisane z telefonu|sent from my .{2,40})[\s*_]{0,6}$/u;
/** Only programs are fetched like this. */
const fetched =
  /^[\s*_<]{0,6}(?:get|ottieni|scarica|download|holen sie sich|télécharger?|obtenez|obtener|obter|hent|skaffa|pobierz) (?:l['’]app |the app )?(?:outlook|yahoo|gmail|bluemail|typemail|mailbird|proton|libero)(?![\p{L}]).{0,40}$/u;
const excused =
  /^[\s*_]{0,6}(?:sent from|inviato dal?|envoyé de|gesendet von) .{2,60}[\s,.;:-](?:please |pls |si prega |vi prego )?(?:excuse|pardon|forgive|apologi|ignore|scus|perdon|brevity|typos|errori).{0,80}$/u;
const followedLink = /\s?[<([]?https?:\/\/\S{1,200}[>)\]]?/g;

/** @param line as it stands; addresses behind the name of a program are looked over */
export function isDeviceLine(line: string): boolean {
  if (line.length > 240 || line.trim() === '') return false;
  const words = line.toLowerCase().replace(followedLink, '').trim();
  const start = opening.exec(words);
  return (
    (start !== null && endsWithDevice(words.slice(start[0].length))) ||
    others.test(words) ||
    fetched.test(words) ||
    excused.test(words)
  );
}

/** A sentence goes on after the device; a line that a program adds does not. */
function endsWithDevice(rest: string): boolean {
  if (rest.length > longestRest || /[?;:]|[.!]\s+\S/.test(rest)) return false;
  const words = rest
    .replace(/[.!*_>)\]]+$/, '')
    .split(/[\s’'®™(),]+/)
    .filter((word) => word !== '');
  return words.slice(0, wordsBefore).some((word, index) => {
    const two = `${word} ${words[index + 1]}`;
    return devices.has(word) || devices.has(two) || devices.has(`${two} ${words[index + 2]}`);
  });
}
