import { Badge, type MantineColor } from '@mantine/core';
import type { Connection } from '@/shared/sse';
import { campaignState, quality as qualityWords, templateState } from '@/shared/words';
import { message, t } from '@/shared/i18n';

const STATE_COLORS: Record<string, MantineColor> = {
  RUNNING: 'tier',
  PREPARING: 'tier',
  COMPLETED: 'tier',
  WAITING: 'yellow',
  PAUSED: 'yellow',
  SCHEDULED: 'blue',
  FAILED: 'red',
};

const QUALITY_COLORS: Record<string, MantineColor> = { GREEN: 'green', YELLOW: 'yellow', RED: 'red' };
const TEMPLATE_COLORS: Record<string, MantineColor> = { APPROVED: 'green', PENDING: 'yellow', DRAFT: 'gray' };

const Plain = ({ color, children }: { color: MantineColor; children: string }) => (
  <Badge variant="dot" color={color} tt="none" fw={550} size="lg">
    {children}
  </Badge>
);

export const CampaignStateBadge = ({ state }: { state: string }) => (
  <Plain color={STATE_COLORS[state] ?? 'gray'}>{campaignState(state)}</Plain>
);

export const TemplateStateBadge = ({ status }: { status: string }) => (
  <Plain color={TEMPLATE_COLORS[status] ?? 'red'}>{templateState(status)}</Plain>
);

export const QualityBadge = ({ quality }: { quality: string | null | undefined }) => (
  <Plain color={QUALITY_COLORS[quality ?? ''] ?? 'gray'}>
    {t('Quality: {{quality}}', { quality: qualityWords(quality) })}
  </Plain>
);

const CONNECTION: Record<Connection, [MantineColor, string]> = {
  connecting: ['gray', message('Connecting')],
  live: ['green', message('Live')],
  reconnecting: ['yellow', message('Reconnecting')],
  stale: ['red', message('Old numbers: no connection')],
};

export function LiveBadge({ connection }: { connection: Connection }) {
  const [color, words] = CONNECTION[connection];
  return (
    <span role="status" data-connection={connection}>
      <Plain color={color}>{t(words)}</Plain>
    </span>
  );
}
