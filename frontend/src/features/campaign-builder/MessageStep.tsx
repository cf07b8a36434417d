import { Suspense, lazy } from 'react';
import { Stack } from '@mantine/core';
import { $api } from '@/shared/api/client';
import { type CampaignDraft, type Sender, type Template, itemsOf } from '@/shared/api/types';
import { SenderChoice } from './SenderChoice';
import { TemplateGallery } from './TemplateGallery';
import { namesakes } from './namesakes';
import { useContactPaths } from './useContactPaths';
import { senderIdOf, templateIdOf, variablesOf } from './draft';

const VariableFields = lazy(() => import('./VariableFields').then((m) => ({ default: m.VariableFields })));

interface MessageStepProps {
  draft: CampaignDraft;
  change: (part: Partial<CampaignDraft>) => void;
  template: Template | undefined;
}

export function MessageStep({ draft, change, template }: MessageStepProps) {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const sender = itemsOf<Sender>(senders.data).find((s) => s.id === senderIdOf(draft));
  const paths = useContactPaths().map(({ value }) => value);
  const choose = (chosen: Template) => {
    if (chosen.id === templateIdOf(draft)) return;
    change({ content: [{ templateId: chosen.id, variables: namesakes(chosen, paths) }] });
  };
  return (
    <Stack gap="xl">
      <SenderChoice senders={senders} chosen={sender?.id} onChoose={(id) => change({ senderIds: [id] })} />
      <TemplateGallery sender={sender} chosen={templateIdOf(draft)} onChoose={choose} />
      {template && (
        <Suspense>
          <VariableFields
            template={template}
            values={variablesOf(draft)}
            onChange={(variables) => change({ content: [{ templateId: template.id, variables }] })}
          />
        </Suspense>
      )}
    </Stack>
  );
}
