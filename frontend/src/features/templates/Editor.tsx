import { Alert, Button, Grid, Group, Paper, Stack } from '@mantine/core';
import { type FormEvent, Suspense, lazy, useState } from 'react';
import { statusOf, wordsOf } from '@/shared/api/problem';
import type { Template } from '@/shared/api/types';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { Page } from '@/shared/ui/Page';
import { PhonePreview } from '@/shared/ui/PhonePreview';
import { LoadingState } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import { Basics } from './Basics';
import { CheckList } from './CheckList';
import { LeaveGuard } from './LeaveGuard';
import { faultsOf } from './faults';
import { useCheck } from './useCheck';
import { useSave } from './useSave';
import type { Wording } from './wording';

const MessageFields = lazy(() => import('./MessageFields').then((m) => ({ default: m.MessageFields })));

interface EditorProps {
  /** What is changed; undefined: it is new. */
  template: Template | undefined;
  opened: Wording;
}

/** A template is written beside its looks, and checked by Meta's rules meanwhile. */
export function Editor({ template, opened }: EditorProps) {
  const [wording, setWording] = useState(opened);
  const [senderId, setSenderId] = useState<number>();
  const [tried, setTried] = useState(false);
  const save = useSave(template?.id);
  const refused = save.error && save.variables?.wording === wording ? save.error : null;
  const live = useCheck(wording);
  const faults = faultsOf([...(live ?? []), ...(refused?.errors ?? [])], wording.components, tried);
  const change = (part: Partial<Wording>) => setWording((before) => ({ ...before, ...part }));
  const store = (draft: boolean) => save.mutate({ wording, senderId, draft });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (live?.length === 0) store(false);
  };
  const draft = template === undefined || template.status === 'DRAFT';
  return (
    <Page title={template ? t('Change {{name}}', { name: template.name }) : t('New template')}>
      <LeaveGuard unsaved={wording !== opened && !save.isPending && !save.isSuccess} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <form id="template" onSubmit={submit} noValidate>
            <Stack gap="md">
              <Paper withBorder p="md">
                <Basics
                  template={template}
                  wording={wording}
                  senderId={senderId}
                  faults={faults}
                  onChange={change}
                  onSender={setSenderId}
                />
              </Paper>
              <Paper withBorder p="md">
                <Suspense fallback={<LoadingState />}>
                  <MessageFields wording={wording} faults={faults} onChange={change} />
                </Suspense>
              </Paper>
            </Stack>
          </form>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack maw={360} style={{ position: 'sticky', top: 68 }}>
            <PhonePreview template={wording} />
            <CheckList faults={faults.all} known={live !== undefined} />
            {refused && (
              <Alert color="red" variant="outline" role="alert">
                {statusOf(refused) === 422 ? refused.message : wordsOf(refused)}
              </Alert>
            )}
            <Group>
              {draft ? (
                <Button type="submit" form="template" loading={save.isPending} disabled={!template && !senderId}>
                  {t('Submit to Meta')}
                </Button>
              ) : (
                <SubmitAgain
                  template={template}
                  pending={save.isPending}
                  ready={live?.length === 0}
                  onConfirm={() => store(false)}
                />
              )}
              {draft && (
                <Button
                  variant="default"
                  loading={save.isPending}
                  disabled={!wording.name || (!template && !senderId)}
                  onClick={() => store(true)}
                >
                  {t('Keep as a draft')}
                </Button>
              )}
            </Group>
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

interface SubmitAgainProps {
  template: Template;
  pending: boolean;
  ready: boolean;
  onConfirm: () => void;
}

const SubmitAgain = ({ template, pending, ready, onConfirm }: SubmitAgainProps) => (
  <ConfirmButton
    primary
    disabled={!ready}
    label={t('Submit the change to Meta')}
    question={t('Submit the change of “{{name}}”?', { name: template.name })}
    consequence={
      template.status === 'APPROVED'
        ? t(
            'Meta reviews it anew; until then no campaign can send it. An approved template can be changed once a day and ten times in 30 days.',
          )
        : t('Meta reviews it anew.')
    }
    confirm={t('Submit it')}
    pending={pending}
    onConfirm={onConfirm}
  />
);
