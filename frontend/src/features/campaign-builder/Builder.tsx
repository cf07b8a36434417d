import { Alert, Button, Group, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { Suspense, lazy } from 'react';
import { useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { statusOf, wordsOf } from '@/shared/api/problem';
import type { CampaignDraft, Template } from '@/shared/api/types';
import { withQuery } from '@/shared/ui/Pager';
import { LoadingState } from '@/shared/ui/states';
import { message, t } from '@/shared/i18n';
import { DeleteDraft } from './DeleteDraft';
import { MessageStep } from './MessageStep';
import { Preview } from './Preview';
import { Sentence } from './Sentence';
import { StepHeading } from './StepHeading';
import { StepList } from './StepList';
import classes from './builder.module.css';
import { STEPS, STEP_NAME, type Step, textIn, textParam } from './draft';
import { useOnlySender } from './useOnlySender';
import { type DraftHandle, type Stored, useDraft } from './useDraft';
import { usePreflight } from './usePreflight';

const PeopleStep = lazy(() => import('./PeopleStep').then((m) => ({ default: m.PeopleStep })));
const WhenStep = lazy(() => import('./WhenStep').then((m) => ({ default: m.WhenStep })));
const CheckStep = lazy(() => import('./CheckStep').then((m) => ({ default: m.CheckStep })));

interface BuilderProps {
  stored: Stored | undefined;
  draft: CampaignDraft;
  onCreated: (id: number) => void;
  scheduled?: boolean;
}

/** Steps, form, phone: any step at any time; the draft saves itself. */
export function Builder(props: BuilderProps) {
  const handle = useDraft(props);
  const { draft, change } = handle;
  useOnlySender(handle);
  const preflight = usePreflight(handle);
  const scheduled = props.scheduled === true && !handle.changed;
  const [params, setParams] = useSearchParams();
  const step = STEPS.find((s) => s === params.get('step')) ?? 'message';
  const texts = draft.content ?? [];
  const at = textIn(params, texts);
  const show = (text: number) => setParams(withQuery(params, { text: textParam(text) }).slice(1), { replace: true });
  const goTo = (next: Step, text = at) =>
    setParams(withQuery(params, { step: next, text: textParam(text), look: null }).slice(1));
  const template = useTemplate(texts[at]?.templateId);
  return (
    <Stack gap="md" maw={1320}>
      <title>{`${draft.name || t('Campaign')} · Tiercast`}</title>
      <VisuallyHidden component="h1">{t('Set up campaign')}</VisuallyHidden>
      <div className={classes.head}>
        <Group justify="space-between" align="flex-end">
          <TextInput
            label={t('Name of the campaign')}
            value={draft.name ?? ''}
            onChange={(e) => change({ name: e.currentTarget.value })}
            w={{ base: '100%', xs: 360 }}
            maxLength={200}
          />
          <Group gap="sm">
            <SavedState handle={handle} />
            {handle.id !== undefined && <DeleteDraft id={handle.id} name={draft.name ?? ''} />}
          </Group>
        </Group>
        <Sentence draft={draft} preflight={preflight.data} />
      </div>
      {scheduled && (
        <Alert color="blue" variant="outline">
          {t('This campaign is scheduled. A change takes it back to a draft, to be launched again at the last step.')}
        </Alert>
      )}
      <div className={classes.columns}>
        <StepList chosen={step} goTo={goTo} draft={draft} preflight={preflight.data} />
        <div className={classes.form}>
          <StepHeading step={step} />
          <Suspense fallback={<LoadingState />}>
            {step === 'message' && (
              <MessageStep draft={draft} change={change} template={template} at={at} show={show} />
            )}
            {step === 'people' && <PeopleStep id={handle.id} draft={draft} change={change} preflight={preflight} />}
            {step === 'when' && <WhenStep draft={draft} change={change} template={template} />}
            {step === 'check' && <CheckStep handle={handle} preflight={preflight} goTo={goTo} scheduled={scheduled} />}
          </Suspense>
          <Onward step={step} goTo={goTo} />
        </div>
        <aside className={classes.preview}>
          <Preview
            template={template}
            texts={texts}
            at={at}
            show={step === 'message' ? undefined : show}
            testHref={withQuery(params, { step: 'check', look: 'test' })}
          />
        </aside>
      </div>
    </Stack>
  );
}

function useTemplate(id: number | undefined): Template | undefined {
  const template = $api.useQuery(
    'get',
    '/api/v1/templates/{id}',
    { params: { path: { id: id ?? 0 } } },
    { enabled: id !== undefined },
  );
  return id === undefined ? undefined : (template.data as Template | undefined);
}

function Onward({ step, goTo }: { step: Step; goTo: (step: Step) => void }) {
  const next = STEPS[STEPS.indexOf(step) + 1];
  if (!next) return null;
  return (
    <Group justify="flex-end" className={classes.onward}>
      <Button onClick={() => goTo(next)}>{t('Next: {{step}}', { step: t(STEP_NAME[next]) })}</Button>
    </Group>
  );
}

const SAVING_WORDS = {
  saved: message('Saved as draft'),
  saving: message('Saving…'),
  new: message('Not saved yet'),
  failed: message('Not saved'),
};

function SavedState({ handle }: { handle: DraftHandle }) {
  if (handle.saving !== 'failed')
    return (
      <Text size="sm" c="dimmed" role="status">
        {t(SAVING_WORDS[handle.saving])}
      </Text>
    );
  const stale = statusOf(handle.error) === 412;
  return (
    <Alert color="red" variant="outline" role="alert" py="xs">
      <Group gap="sm">
        <Text size="sm">
          {stale
            ? t('Somebody else has changed this campaign meanwhile.')
            : t('Not saved: {{why}}', { why: wordsOf(handle.error) })}
        </Text>
        <Button size="xs" variant="default" onClick={stale ? () => window.location.reload() : handle.saveAgain}>
          {stale ? t('Load their version') : t('Try again')}
        </Button>
      </Group>
    </Alert>
  );
}
