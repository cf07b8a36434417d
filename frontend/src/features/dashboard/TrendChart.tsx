import { Group, Paper, Table, Text, VisuallyHidden } from '@mantine/core';
import type { Schemas } from '@/shared/api/types';
import { BUCKET } from '@/shared/buckets';
import { count, dayOnly } from '@/shared/format';
import { BucketName } from '@/shared/ui/BucketBar';
import { t } from '@/shared/i18n';
import classes from './TrendChart.module.css';

type Day = Schemas['Day'];

/** From far to near: who read it had it delivered, and who has it delivered was sent it. */
const LAYERS = ['sent', 'delivered', 'read'] as const;

/** A bar for each day, with the words of it for those who cannot see it. */
export function TrendChart({ days }: { days: Day[] }) {
  const most = Math.max(1, ...days.map(({ totals }) => totals?.sent ?? 0));
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" gap="xs" mb="xs" aria-hidden>
        <Group gap="md">
          {LAYERS.map((layer) => (
            <BucketName key={layer} bucket={layer} />
          ))}
        </Group>
        <Text size="xs" c="dimmed">
          {t('at most {{n}} a day', { n: count(most) })}
        </Text>
      </Group>
      <div className={classes.chart} aria-hidden>
        {days.map(({ day = '', totals = {} }) => (
          <div key={day} className={classes.day} title={words(day, totals)}>
            {LAYERS.map((layer) => (
              <div
                key={layer}
                className={classes.bar}
                style={{
                  height: `${(100 * (totals[layer] ?? 0)) / most}%`,
                  background: BUCKET[layer].color,
                }}
              />
            ))}
          </div>
        ))}
      </div>
      <Group justify="space-between" mt={4} aria-hidden>
        <Text size="xs" c="dimmed">
          {dayOnly(days[0]?.day)}
        </Text>
        <Text size="xs" c="dimmed">
          {dayOnly(days.at(-1)?.day)}
        </Text>
      </Group>
      <VisuallyHidden>
        <Table>
          <caption>{t('Sent, delivered and read, by the day the campaigns started')}</caption>
          <tbody>
            {days
              .filter(({ totals }) => (totals?.campaigns ?? 0) > 0)
              .map(({ day = '', totals = {} }) => (
                <tr key={day}>
                  <td>{words(day, totals)}</td>
                </tr>
              ))}
          </tbody>
        </Table>
      </VisuallyHidden>
    </Paper>
  );
}

const words = (day: string, totals: Schemas['Totals']): string =>
  t('{{day}}: {{sent}} sent, {{delivered}} delivered, {{read}} read, {{optedOut}} opted out', {
    day: dayOnly(day),
    sent: count(totals.sent),
    delivered: count(totals.delivered),
    read: count(totals.read),
    optedOut: count(totals.optedOut),
  });
