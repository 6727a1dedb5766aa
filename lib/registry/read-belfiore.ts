// The registry's base: every commune since 1861, from the data of ANPR, ISTAT and Agenzia delle Entrate in one package.
import type { RegistryRow } from './model';

/** Words that Italian names write small, and the elisions before a capital. */
const small = /(?<=[ ])(Dei|Del|Della|Delle|Degli|Di|De|E|Ed|A|Al|In|Nel|Nella|Sul|Sulla|Con)(?=[ ])/g;
const elided = /(?<=[ ])(D|Dell|Nell|All|Sull)'([a-z])/g;

/** Some names of the source begin each word with a capital: "Albiano D'ivrea". */
function spell(name: string): string {
  return name
    .replace(small, (word) => word.toLowerCase())
    .replace(elided, (_, word: string, letter: string) => `${word.toLowerCase()}'${letter.toUpperCase()}`)
    .replace(/^(Sant)'([a-z])/, (_, word: string, letter: string) => `${word}'${letter.toUpperCase()}`);
}

const firstDay = '1861-03-17';

/** Loaded when it is asked for: it is large, and only an import needs it. Without ISTAT codes, which its file adds. */
export async function readBelfiore(): Promise<RegistryRow[]> {
  const { belfioreConnector } = await import('@marketto/belfiore-connector-embedded');
  const places = (await belfioreConnector.cities?.toArray()) ?? [];
  return places.flatMap(({ belfioreCode, name, province, creationDate, expirationDate }) => {
    if (!province) return [];
    const isOver = expirationDate.getUTCFullYear() < 9999;
    return [
      {
        ...{ name: spell(name), province, istatCode: null, belfioreCode },
        startedOn: isoOf(creationDate) ?? firstDay,
        endedOn: isOver ? isoOf(new Date(expirationDate.getTime() + 1000)) : null,
      },
    ];
  });
}

function isoOf(at: Date | undefined): string | null {
  return at && !Number.isNaN(at.getTime()) ? at.toISOString().slice(0, 10) : null;
}
