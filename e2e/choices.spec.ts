// What comes by mail: chosen in the pages, and by the link of every mail, with script and without.
import { expect, test } from '@playwright/test';
import { openAs } from './stack/desk';
import { expectAccessible, journey, runSql } from './stack/journey';

const oneClick = { 'List-Unsubscribe': 'One-Click' };

/** What Rita wants by mail of the area among communes; nothing where she does not follow it. */
async function chosen(): Promise<string | undefined> {
  let mail: string | undefined;
  const { personId } = journey().story.world.actors.rita;
  await runSql(async (sql) => {
    const [row] = await sql`select mail from area_follow join area on area.id = area_id
      where slug = 'comuni' and person_id = ${personId}`;
    mail = row?.mail;
  });
  return mail;
}

async function choose(mail: string): Promise<void> {
  const { personId } = journey().story.world.actors.rita;
  await runSql(
    (sql) => sql`insert into area_follow (area_id, person_id, mail)
      select id, ${personId}, ${mail} from area where slug = 'comuni'
      on conflict (person_id, area_id) do update set mail = excluded.mail`,
  );
}

test('E64: opening the link of a mail changes nothing; one click stops it, again and again', async ({
  page,
}) => {
  const { stack, story } = journey();
  const address = `${stack.url}/posta/${story.post.spareLink}`;
  await choose('every');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scelte per la posta');
  await expectAccessible(page);
  expect(await chosen()).toBe('every');
  for (const form of [new URLSearchParams(oneClick), multipart(), new URLSearchParams(oneClick)]) {
    const answer = await fetch(address, { method: 'POST', body: form, redirect: 'manual' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).toContain('non arriverà più posta di questo tipo');
    expect(await chosen()).toBe('none');
  }
  const nothingAsked = await fetch(address, { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
  expect(nothingAsked.status).toBe(400);
});

function multipart(): FormData {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  return form;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled });

    test('the buttons behind the link of a mail, and the frame around them', async ({ page }) => {
      const { stack, story } = journey();
      await choose('every');
      await page.goto(`${stack.url}/posta/${story.post.spareLink}`);
      await page.getByRole('button', { name: 'Ricevi un riepilogo al giorno' }).click();
      await expect(page.getByText('Fatto: arriverà un riepilogo al giorno')).toBeVisible();
      expect(await chosen()).toBe('daily');
      await page.getByRole('button', { name: 'Silenzia questa discussione' }).click();
      await page.getByRole('button', { name: 'Non silenziare più la discussione' }).click();
      await expect(page.getByText('Fatto: la discussione non è più silenziata')).toBeVisible();
      await page.getByRole('button', { name: 'English' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choices by mail');
      expect(await chosen()).toBe('daily');
    });

    test('an area is followed, its mail chosen there and on the page of all choices', async ({ page }) => {
      await choose('every');
      await openAs(page, 'rita', '/forum/comuni');
      const main = page.getByRole('main');
      await main.getByRole('button', { name: 'Non seguire più l’area' }).click();
      await main.getByRole('button', { name: 'Segui l’area' }).click();
      await expect(main.getByText('Ricevi: ogni messaggio')).toBeVisible();
      await main.getByText('Ricevi: ogni messaggio').click();
      await main.getByRole('button', { name: 'un riepilogo a settimana' }).click();
      await expect(main.getByText('Ricevi: un riepilogo a settimana')).toBeVisible();
      await openAs(page, 'rita', '/profilo/posta');
      await expect(page.getByLabel('Tra Comuni')).toHaveValue('weekly');
      await page.getByLabel('Tra Comuni').selectOption('Niente per posta');
      await page.getByRole('button', { name: 'Salva le scelte' }).first().click();
      await expect(page.getByText('Le scelte sono state salvate')).toBeVisible();
      await expect(page.getByLabel('Tra Comuni')).toHaveValue('none');
      await page.getByLabel('Ricevi anche i tuoi messaggi').check();
      await page.getByRole('button', { name: 'Salva le copie' }).click();
      await expect(page.getByLabel('Ricevi anche i tuoi messaggi')).toBeChecked();
      await page.getByLabel('Ricevi anche i tuoi messaggi').uncheck();
      await page.getByRole('button', { name: 'Salva le copie' }).click();
    });

    test('a tag is chosen at a thread and given up on the page of all choices', async ({ page }) => {
      const { typical } = journey().story;
      await openAs(page, 'olga', `/forum/operatori/${typical.number}-${typical.slug}`);
      await page.getByText('ricongiungimento: come dicono le aree').click();
      await page
        .getByRole('button', { name: 'ogni messaggio', exact: true })
        .and(page.locator(':visible'))
        .click();
      await expect(page.getByText('ricongiungimento: ogni messaggio')).toBeVisible();
      await openAs(page, 'olga', '/profilo/posta');
      await page.getByLabel('ricongiungimento').selectOption('Nessuna scelta propria');
      await page.locator('#etichette form').first().getByRole('button').click();
      await expect(page.getByLabel('ricongiungimento')).toHaveCount(0);
    });

    test('a colleague signs what came from the shared mailbox', async ({ page }) => {
      const { office, world } = { ...journey().story.post, ...journey().story };
      const threadId = office.id;
      await runSql(
        (sql) => sql`update post set author_id = (select id from person
          where office_of_id = ${world.organizations.segrate}) where thread_id = ${threadId}`,
      );
      await openAs(page, 'matteo', `/forum/comuni/${office.number}-${office.slug}`);
      await page.getByRole('button', { name: 'L’hai scritto tu? Firma il messaggio 1' }).click();
      await expect(page.locator('#m1').getByRole('heading')).toHaveText('Matteo Riva');
      await expect(page.getByRole('button', { name: /Firma il messaggio/ })).toHaveCount(0);
    });

    test('E80: whoever receives no mail is told on every page, and resumes it by one click', async ({
      page,
    }) => {
      const { personId } = journey().story.world.actors.elena;
      await runSql(
        (sql) => sql`insert into mail_stop (id, email, person_id, kind, stopped_at)
          values (gen_random_uuid(), 'elena@sovico.example', ${personId}, 'permanent', now())`,
      );
      await openAs(page, 'elena', '/enti');
      await expect(page.getByText('La posta a elena@sovico.example è sospesa')).toBeVisible();
      await page.getByRole('button', { name: 'Riattiva la posta' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enti');
      await expect(page.getByText('La posta a elena@sovico.example è sospesa')).toHaveCount(0);
    });
  });
}

test('a moderator who comes by the link of a notice signs in and is led back to it', async ({ page }) => {
  const { stack, story } = journey();
  const path = `/posta/trattenute/${story.post.heldLink}`;
  await page.goto(stack.url + path);
  await expect(page).toHaveURL(`${stack.url}/accesso?${new URLSearchParams({ ritorno: path })}`);
});
