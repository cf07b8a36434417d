import { Paper, Table, Title } from '@mantine/core';
import type { Sandbox } from '@/shared/api/types';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';

type Ledger = Sandbox['ledger'];
type Count = Exclude<keyof Ledger, 'refusedByCode'>;

const LINES: [Count, string][] = [
  ['accepted', 'Accepted'],
  ['sent', 'Sent'],
  ['delivered', 'Delivered'],
  ['read', 'Read'],
  ['failed', 'Failed'],
  ['inbound', 'Replies'],
  ['pending', 'Reports not yet taken by Tiercast'],
];

/** What the simulated Meta itself has counted. */
export function LedgerCard({ ledger }: { ledger: Ledger }) {
  const refused = Object.entries(ledger.refusedByCode ?? {});
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        {t('What it has seen')}
      </Title>
      <Table>
        <Table.Tbody>
          {LINES.map(([key, label]) => (
            <Line key={key} label={label} n={ledger[key]} />
          ))}
          {refused.map(([code, n]) => (
            <Line key={code} label={t('Refused with code {{code}}', { code })} n={n} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

const Line = ({ label, n }: { label: string; n: number | undefined }) => (
  <Table.Tr>
    <Table.Th scope="row">{label}</Table.Th>
    <Table.Td ta="right">{count(n)}</Table.Td>
  </Table.Tr>
);
