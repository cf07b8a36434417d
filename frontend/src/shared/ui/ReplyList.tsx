import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { api } from '@/shared/api/client';
import type { Schemas } from '@/shared/api/types';
import { humanize, momentExact } from '@/shared/format';
import { t } from '@/shared/i18n';
import { Answer, EmptyState } from '@/shared/ui/states';
import { usePages } from '@/shared/usePages';
import classes from './ReplyList.module.css';

type Reply = Schemas['ReplyView'];

const LIMIT = 50;
const PATHS = { campaigns: '/api/v1/campaigns/{id}/replies', contacts: '/api/v1/contacts/{id}/replies' } as const;

interface ReplyListProps {
  of: 'campaigns' | 'contacts';
  id: number;
  /** Whenever this changes, there is news. */
  moved?: number | undefined;
}

/** What people wrote, newest first. */
export function ReplyList({ of, id, moved }: ReplyListProps) {
  const replies = usePages<Reply>(['replies', of, id, moved], async (cursor) => {
    const { data } = await api.GET(PATHS[of], { params: { path: { id }, query: { limit: LIMIT, cursor } } });
    return data;
  });
  return (
    <Answer of={{ data: replies.rows, error: replies.error, refetch: replies.refetch }}>
      {(rows) => (
        <Stack gap="xs" maw={720}>
          {rows.length === 0 && <EmptyState title={t('Nobody has written yet')} />}
          {rows.map((reply) => (
            <div key={reply.id} className={classes.reply}>
              <Group gap="xs" justify="space-between">
                <About reply={reply} of={of} />
                <Text size="xs" c="dimmed">
                  {momentExact(reply.at)}
                </Text>
              </Group>
              <Text size="sm" className={classes.text}>
                {reply.text || reply.payload || humanize(reply.type)}
              </Text>
            </div>
          ))}
          {replies.hasNextPage && (
            <Group>
              <Button variant="default" loading={replies.isFetching} onClick={() => void replies.fetchNextPage()}>
                {t('Earlier')}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Answer>
  );
}

/** Beside a campaign the person, beside a person the campaign. */
function About({ reply, of }: { reply: Reply; of: ReplyListProps['of'] }) {
  const [to, words] =
    of === 'campaigns'
      ? [reply.contactId && `/contacts/${reply.contactId}`, reply.name ?? reply.phone ?? t('The contact was deleted')]
      : [reply.campaignId && `/campaigns/${reply.campaignId}`, t('Campaign')];
  if (to)
    return (
      <Anchor component={Link} to={to} size="sm">
        {words}
      </Anchor>
    );
  return <Text size="sm">{of === 'campaigns' ? words : t('Not to a campaign')}</Text>;
}
