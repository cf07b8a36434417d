import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { useNavigate } from 'react-router';
import { $api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import type { Finding, Preflight } from '@/shared/api/types';
import { count, moment } from '@/shared/format';
import { Rich } from '@/shared/ui/Rich';
import { LoadingState, ErrorState } from '@/shared/ui/states';
import { forWhom } from '@/shared/words';
import { t } from '@/shared/i18n';
import { Skipped } from './Skipped';
import { STEP_NAME, type Step, type Text as TextOfMany, stepOf, textOfField } from './draft';
import type { DraftHandle } from './useDraft';
import { useFindingWords } from './useFindingWords';
import type { PreflightQuery } from './usePreflight';

const CloserLook = lazy(() => import('./CloserLook').then((m) => ({ default: m.CloserLook })));

interface CheckStepProps {
  handle: DraftHandle;
  preflight: PreflightQuery;
  goTo: (step: Step, text?: number) => void;
  /** Launched already, and unchanged since. */
  scheduled: boolean;
}

/** What stands in the way, what to know, and the one button that sends. */
export function CheckStep({ handle, preflight, goTo, scheduled }: CheckStepProps) {
  if (handle.saving === 'new') return <Text>{t('Nothing is set up yet: begin with the message.')}</Text>;
  if (preflight.error) return <ErrorState error={preflight.error} retry={() => void preflight.refetch()} />;
  if (!preflight.data) return <LoadingState />;
  const settled = handle.saving === 'saved' && !preflight.isFetching;
  return (
    <Stack gap="lg">
      <Problems problems={preflight.data.problems as Finding[]} texts={handle.draft.content ?? []} goTo={goTo} />
      <Facts id={handle.id} preflight={preflight.data} />
      {!scheduled && <Launch key={handle.id} id={handle.id} preflight={preflight.data} settled={settled} />}
      {handle.id !== undefined && (
        <Suspense>
          <CloserLook id={handle.id} revision={handle.revision} draft={handle.draft} preflight={preflight.data} />
        </Suspense>
      )}
    </Stack>
  );
}

interface ProblemsProps {
  problems: Finding[] | undefined;
  texts: TextOfMany[];
  goTo: (step: Step, text?: number) => void;
}

function Problems({ problems, texts, goTo }: ProblemsProps) {
  const findingWords = useFindingWords();
  return problems?.map((problem, i) => {
    const step = stepOf(problem.field);
    const at = textOfField(problem.field);
    const text = texts.length > 1 && at !== undefined ? texts[at] : undefined;
    return (
      <Alert key={i} color="red" variant="outline" role="alert">
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">
            {text && <b>{forWhom(text)}: </b>}
            {findingWords(problem)}
          </Text>
          <Button
            size="xs"
            variant="default"
            onClick={() => goTo(step, at)}
            aria-label={t('Fix in {{step}}', { step: t(STEP_NAME[step]) })}
          >
            {t('Fix')}
          </Button>
        </Group>
      </Alert>
    );
  });
}

function Facts({ id, preflight }: { id: number | undefined; preflight: Preflight }) {
  const { audience, limit, estimatedFinishAt } = preflight;
  return (
    <Stack gap={6}>
      <Text>
        <Rich
          text={t('<b>{{n}}</b> of {{all}} people will get the message.', {
            n: count(audience?.messageable),
            all: count(audience?.matched),
          })}
          as={{ b: (n) => <b>{n}</b> }}
        />
      </Text>
      <Skipped id={id} skipped={audience?.skipped} />
      {limit && (
        <Text size="sm">
          {limit.messagingLimit == null
            ? t('The number has no limit of 24 hours.')
            : t('Room for {{n}} more people in these 24 hours (limit {{limit}}).', {
                n: count(limit.remaining),
                limit: count(limit.messagingLimit),
              })}
        </Text>
      )}
      {estimatedFinishAt && <Text size="sm">{t('Done about {{when}}.', { when: moment(estimatedFinishAt) })}</Text>}
    </Stack>
  );
}

interface LaunchProps {
  id: number | undefined;
  preflight: Preflight;
  /** The preflight speaks of what is saved, and nothing is unsaved. */
  settled: boolean;
}

function Launch({ id, preflight, settled }: LaunchProps) {
  const [ticked, setTicked] = useState<string[]>([]);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const launch = $api.useMutation('post', '/api/v1/campaigns/{id}/launch', {
    meta: { inline: true },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/campaigns/{id}'] });
      await navigate(`/campaigns/${id}`);
    },
  });
  const findingWords = useFindingWords();
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { staleTime: Infinity, retry: false }).data;
  const warnings = (preflight.warnings ?? []) as Finding[];
  const open = warnings.filter((w) => !ticked.includes(w.message));
  const n = preflight.audience?.messageable ?? 0;
  return (
    <>
      <Checkbox.Group value={ticked} onChange={setTicked}>
        <Stack gap="xs">
          {warnings.map((warning) => (
            <Checkbox key={warning.message} value={warning.message} label={findingWords(warning)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {launch.error && (
        <Alert color="red" variant="outline" role="alert">
          {wordsOf(launch.error)}
        </Alert>
      )}
      <Group>
        <Button
          size="md"
          leftSection={<IconSend size={18} />}
          disabled={!preflight.ready || !settled || open.length > 0 || id === undefined}
          loading={launch.isPending}
          onClick={() =>
            launch.mutate({
              params: { path: { id: id ?? 0 } },
              body: { expect: { maxRecipients: n } },
            })
          }
        >
          {t('Send to {{n}}', { n: count(n) })}
        </Button>
        {open.length > 0 && <Text size="sm">{t('Tick the warnings first.')}</Text>}
      </Group>
      {sandbox && (
        <Text size="sm">{t('This is the sandbox: nobody gets a real message, and nothing is charged.')}</Text>
      )}
    </>
  );
}
