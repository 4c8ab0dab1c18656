import type { Pool } from 'pg';

/** A submission as values ready to be written: what the application computes, already computed. */
export type PreparedSubmission = {
  accountId: string;
  number: string;
  content: string;
  mail: { address: string; name: string; subject: string; body: string };
};

/** The statements of a submission's transaction, in their order, sent by the driver alone: no web, no rules, no hash. */
export async function submitBySql(pool: Pool, { accountId, number, content, mail }: PreparedSubmission): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ id: string; vacancy_reference: string; version: number }>(
      'select * from applications where number = $1 and applicant_id = $2 for update',
      [number, accountId],
    );
    const [row] = rows;
    if (!row) throw new Error('There is no such draft.');
    await client.query('select * from vacancies where reference = $1', [row.vacancy_reference]);
    await client.query(
      'select kind, file_name, size_bytes, pages, sha256, uploaded_at from application_documents where application_id = $1 order by kind',
      [row.id],
    );
    await client.query(
      `update applications set status = 'submitted', submitted_at = now(), updated_at = now(), version = version + 1
       where id = $1 and version = $2 returning id`,
      [row.id, row.version],
    );
    await client.query(
      `insert into events (at, actor_kind, actor_id, subject, subject_id, action, details)
       values (now(), 'account', $1, 'application', $2, 'submit', '{}')`,
      [accountId, number],
    );
    await client.query(
      `insert into receipts (application_id, received_at, zone, language, content, sha256)
       values ($1, now(), 'Europe/Brussels', 'en', $2, sha256(convert_to($2, 'UTF8')))`,
      [row.id, content],
    );
    await client.query(
      `insert into mails (to_address, to_name, subject, body, language, queued_at, next_try_at)
       values ($1, $2, $3, $4, 'en', now(), now())`,
      [mail.address, mail.name, mail.subject, mail.body],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}
