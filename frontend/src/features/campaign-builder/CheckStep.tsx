import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { $api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import type { Finding, Preflight } from '@/shared/api/types';
import { count, moment } from '@/shared/format';
import { LoadingState, ErrorState } from '@/shared/ui/states';
import { Skipped } from './Skipped';
import { STEP_NAME, type Step, stepOf } from './draft';
import type { DraftHandle } from './useDraft';
import type { PreflightQuery } from './usePreflight';

interface CheckStepProps {
  handle: DraftHandle;
  preflight: PreflightQuery;
  goTo: (step: Step) => void;
  /** Launched already, and unchanged since. */
  scheduled: boolean;
}

/** What stands in the way, what to know, and the one button that sends. */
export function CheckStep({ handle, preflight, goTo, scheduled }: CheckStepProps) {
  if (handle.saving === 'new') return <Text>Nothing is set up yet: begin with the message.</Text>;
  if (preflight.error) return <ErrorState error={preflight.error} retry={() => void preflight.refetch()} />;
  if (!preflight.data) return <LoadingState />;
  const settled = handle.saving === 'saved' && !preflight.isFetching;
  return (
    <Stack gap="lg">
      <Problems problems={preflight.data.problems as Finding[]} goTo={goTo} />
      <Facts preflight={preflight.data} />
      {!scheduled && <Launch key={handle.id} id={handle.id} preflight={preflight.data} settled={settled} />}
    </Stack>
  );
}

function Problems({ problems, goTo }: { problems: Finding[] | undefined; goTo: (step: Step) => void }) {
  return problems?.map((problem, i) => {
    const step = stepOf(problem.field);
    return (
      <Alert key={i} color="red" variant="outline" role="alert">
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{problem.message}</Text>
          <Button size="xs" variant="default" onClick={() => goTo(step)} aria-label={`Fix in ${STEP_NAME[step]}`}>
            Fix
          </Button>
        </Group>
      </Alert>
    );
  });
}

function Facts({ preflight }: { preflight: Preflight }) {
  const { audience, limit, estimatedFinishAt } = preflight;
  return (
    <Stack gap={6}>
      <Text>
        <b>{count(audience?.messageable)}</b> of {count(audience?.matched)} people will get the message.
      </Text>
      <Skipped skipped={audience?.skipped} />
      {limit && (
        <Text size="sm">
          {limit.messagingLimit == null
            ? 'The number has no limit of 24 hours.'
            : `Room for ${count(limit.remaining)} more people in these 24 hours (limit ${count(limit.messagingLimit)}).`}
        </Text>
      )}
      {estimatedFinishAt && <Text size="sm">Done about {moment(estimatedFinishAt)}.</Text>}
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
  const warnings = (preflight.warnings ?? []) as Finding[];
  const open = warnings.filter((w) => !ticked.includes(w.message));
  const n = preflight.audience?.messageable ?? 0;
  return (
    <>
      <Checkbox.Group value={ticked} onChange={setTicked}>
        <Stack gap="xs">
          {warnings.map((warning) => (
            <Checkbox key={warning.message} value={warning.message} label={warning.message} />
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
          Send to {count(n)}
        </Button>
        {open.length > 0 && <Text size="sm">Tick the warnings first.</Text>}
      </Group>
    </>
  );
}
