import { List } from '@mantine/core';
import type { CampaignDraft, Preflight } from '@/shared/api/types';
import { count, decimal, duration, moment } from '@/shared/format';
import { t } from '@/shared/i18n';

interface EstimateProps {
  preflight: Preflight;
  draft: CampaignDraft;
}

/** How the time at which it is done comes about. */
export function Estimate({ preflight, draft }: EstimateProps) {
  const n = preflight.audience?.messageable ?? 0;
  const {
    throughputPerSecond: rate = 0,
    messagingLimit,
    usedLast24h,
    reserved,
    remaining,
    nextReleaseAt,
  } = preflight.limit ?? {};
  const over = remaining == null ? 0 : n - remaining;
  const hours = draft.delivery?.hours;
  const lines = [
    rate > 0 &&
      t('{{n}} messages at {{rate}} a second take about {{time}}.', {
        n: count(n),
        rate: decimal(rate),
        time: duration(n / rate),
      }),
    messagingLimit == null
      ? t('The number has no limit of 24 hours.')
      : t('Of the {{limit}} people in 24 hours, {{used}} are used and {{reserved}} kept for other campaigns.', {
          limit: count(messagingLimit),
          used: count(usedLast24h),
          reserved: count(reserved),
        }),
    over > 0 &&
      t('{{n}} find no room now; room returns from {{when}} on.', { n: count(over), when: moment(nextReleaseAt) }),
    hours && t('Nothing is sent before {{from}} or after {{to}} ({{zone}}).', { ...hours, zone: hours.timezone }),
    t('Done about {{when}}.', { when: moment(preflight.estimatedFinishAt) }),
  ];
  return (
    <List size="sm" spacing={4}>
      {lines.filter(Boolean).map((line, i) => (
        <List.Item key={i}>{line}</List.Item>
      ))}
    </List>
  );
}
