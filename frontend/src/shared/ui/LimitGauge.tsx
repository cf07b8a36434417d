import { Group, Progress, Stack, Text } from '@mantine/core';
import type { Limits } from '@/shared/api/types';
import { count, moment } from '@/shared/format';
import { Rich } from '@/shared/ui/Rich';
import { t } from '@/shared/i18n';

/** The messaging limit of 24 hours: used, reserved by what is on its way, free, and when room returns. */
export function LimitGauge({ limits }: { limits: Limits }) {
  const { messagingLimit, usedLast24h = 0, reserved = 0, remaining, nextReleaseAt } = limits;
  if (messagingLimit == null)
    return (
      <Text size="sm">
        {t('No messaging limit. {{n}} people in the last 24 hours.', { n: count(usedLast24h), count: usedLast24h })}
      </Text>
    );
  const part = (n: number) => (100 * n) / Math.max(messagingLimit, 1);
  return (
    <Stack gap={6}>
      <Progress.Root
        size="lg"
        aria-label={t('{{n}} of {{all}} used', { n: count(usedLast24h), all: count(messagingLimit) })}
        role="img"
      >
        <Progress.Section value={part(usedLast24h)} color="tier" withAria={false} />
        <Progress.Section value={part(reserved)} color="tier.3" withAria={false} />
      </Progress.Root>
      <Group gap="md" fz="sm">
        <span>
          <Rich text={t('<b>{{n}}</b> used', { n: count(usedLast24h) })} as={{ b: (n) => <b>{n}</b> }} />
        </span>
        {reserved > 0 && (
          <span>
            <Rich text={t('<b>{{n}}</b> reserved', { n: count(reserved) })} as={{ b: (n) => <b>{n}</b> }} />
          </span>
        )}
        <span>
          <Rich
            text={t('<b>{{n}}</b> free of {{all}}', { n: count(remaining), all: count(messagingLimit) })}
            as={{ b: (n) => <b>{n}</b> }}
          />
        </span>
        {nextReleaseAt && (
          <Text span inherit c="dimmed">
            {t('more room {{when}}', { when: moment(nextReleaseAt) })}
          </Text>
        )}
      </Group>
    </Stack>
  );
}
