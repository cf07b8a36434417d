import { Badge, type MantineColor } from '@mantine/core';
import type { Connection } from '@/shared/sse';
import { campaignState, quality as qualityWords, templateState } from '@/shared/words';
import { message, t } from '@/shared/i18n';
import classes from './badges.module.css';

const STATE_COLORS: Record<string, MantineColor> = {
  RUNNING: 'tier.5',
  PREPARING: 'tier.5',
  COMPLETED: 'tier.5',
  WAITING: 'yellow',
  PAUSED: 'yellow',
  SCHEDULED: 'blue',
  FAILED: 'red',
};

const QUALITY_COLORS: Record<string, MantineColor> = { GREEN: 'green', YELLOW: 'yellow', RED: 'red' };
const TEMPLATE_COLORS: Record<string, MantineColor> = { APPROVED: 'green', PENDING: 'yellow', DRAFT: 'gray.5' };

export const DotBadge = ({ color, children }: { color: MantineColor; children: string }) => (
  <Badge variant="dot" color={color} tt="none" fw={550} size="lg" className={classes.badge}>
    {children}
  </Badge>
);

export const CampaignStateBadge = ({ state }: { state: string }) => (
  <DotBadge color={STATE_COLORS[state] ?? 'gray.5'}>{campaignState(state)}</DotBadge>
);

export const TemplateStateBadge = ({ status }: { status: string }) => (
  <DotBadge color={TEMPLATE_COLORS[status] ?? 'red'}>{templateState(status)}</DotBadge>
);

export const QualityBadge = ({ quality }: { quality: string | null | undefined }) => (
  <DotBadge color={QUALITY_COLORS[quality ?? ''] ?? 'gray.5'}>
    {t('Quality: {{quality}}', { quality: qualityWords(quality) })}
  </DotBadge>
);

const CONNECTION: Record<Connection, [MantineColor, string]> = {
  connecting: ['gray.5', message('Connecting')],
  live: ['green', message('Live')],
  reconnecting: ['yellow', message('Reconnecting')],
  stale: ['red', message('Old numbers: no connection')],
};

export function LiveBadge({ connection }: { connection: Connection }) {
  const [color, words] = CONNECTION[connection];
  return (
    <span role="status" data-connection={connection}>
      <DotBadge color={color}>{t(words)}</DotBadge>
    </span>
  );
}
