import { Suspense, lazy } from 'react';
import { Stack } from '@mantine/core';
import { $api } from '@/shared/api/client';
import { type CampaignDraft, type Sender, type Template, itemsOf } from '@/shared/api/types';
import { SenderChoice } from './SenderChoice';
import { TemplateGallery } from './TemplateGallery';
import { namesakes } from './namesakes';
import { useContactPaths } from './useContactPaths';
import { type Text, senderIdOf, withText } from './draft';

const VariableFields = lazy(() => import('./VariableFields').then((m) => ({ default: m.VariableFields })));
const TextTabs = lazy(() => import('./TextTabs').then((m) => ({ default: m.TextTabs })));
const AddText = lazy(() => import('./AddText').then((m) => ({ default: m.AddText })));

interface MessageStepProps {
  draft: CampaignDraft;
  change: (part: Partial<CampaignDraft>) => void;
  /** Of the text that is worked on. */
  template: Template | undefined;
  /** Which of the texts that is. */
  at: number;
  show: (at: number) => void;
}

export function MessageStep({ draft, change, template, at, show }: MessageStepProps) {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const sender = itemsOf<Sender>(senders.data).find((s) => s.id === senderIdOf(draft));
  const paths = useContactPaths().map(({ value }) => value);
  const texts = draft.content ?? [];
  const text = texts[at];
  const put = (next: Text) => change({ content: withText(texts, at, next) });
  const choose = (chosen: Template) => {
    if (chosen.id === text?.templateId) return;
    put({ ...text, templateId: chosen.id, variables: namesakes(chosen, paths) });
  };
  const add = (added: Text) => {
    change({ content: [...texts, added] });
    show(texts.length);
  };
  const remove = () => {
    change({ content: texts.filter((_, i) => i !== at) });
    show(0);
  };
  return (
    <Stack gap="xl">
      <SenderChoice senders={senders} chosen={sender?.id} onChoose={(id) => change({ senderIds: [id] })} />
      {texts.length > 1 && (
        <Suspense>
          <TextTabs texts={texts} at={at} show={show} onChange={put} onRemove={remove} />
        </Suspense>
      )}
      <TemplateGallery key={at} sender={sender} chosen={text?.templateId} onChoose={choose} />
      {template && text && (
        <Suspense>
          <VariableFields
            template={template}
            values={text.variables ?? {}}
            onChange={(variables) => put({ ...text, variables })}
          />
          <AddText texts={texts} sender={sender} paths={paths} onAdd={add} />
        </Suspense>
      )}
    </Stack>
  );
}
