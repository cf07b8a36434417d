import { Anchor, Grid, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Stats } from '@/shared/api/types';
import { useErrorCodes } from '@/shared/errorCodes';
import { count } from '@/shared/format';
import { skipReason } from '@/shared/words';

interface ReasonsCardProps {
  campaignId: number;
  stats: Stats | undefined;
}

const descending = (counts: Record<string, number> | undefined | null) =>
  Object.entries(counts ?? {})
    .filter(([, n]) => n > 0)
    .sort(([, a], [, b]) => b - a);

/** Why people were not reached, in plain words; shown only if there is something. */
export function ReasonsCard({ campaignId, stats }: ReasonsCardProps) {
  const failed = descending(stats?.failedByCode);
  const skipped = descending(stats?.skippedByReason);
  if (failed.length + skipped.length === 0) return null;
  return (
    <Paper withBorder p="md">
      <Grid gap="xl">
        {failed.length > 0 && (
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Title order={2} mb="sm">
              Why messages failed
            </Title>
            <Failures campaignId={campaignId} failed={failed} />
          </Grid.Col>
        )}
        {skipped.length > 0 && (
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Title order={2} mb="sm">
              Why people were skipped
            </Title>
            <Stack gap={6}>
              {skipped.map(([reason, n]) => (
                <Line key={reason} words={skipReason(reason)} n={n} to={`/campaigns/${campaignId}?state=skipped`} />
              ))}
            </Stack>
          </Grid.Col>
        )}
      </Grid>
    </Paper>
  );
}

function Failures({ campaignId, failed }: { campaignId: number; failed: [string, number][] }) {
  const explain = useErrorCodes();
  return (
    <Stack gap="xs">
      {failed.map(([code, n]) => {
        const entry = explain(Number(code));
        return (
          <div key={code}>
            <Line
              words={entry?.meaning ?? 'Refused by WhatsApp'}
              n={n}
              to={`/campaigns/${campaignId}?state=failed&errorCode=${code}`}
            />
            <Text size="xs" c="dimmed">
              {[entry?.advice, `Code ${code}`].filter(Boolean).join(' · ')}
            </Text>
          </div>
        );
      })}
    </Stack>
  );
}

function Line({ words, n, to }: { words: string; n: number; to: string }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{words}</Text>
      <Anchor component={Link} to={to} preventScrollReset size="sm" fw={650}>
        {count(n)}
      </Anchor>
    </Group>
  );
}
