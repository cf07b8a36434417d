import { Accordion } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { CampaignDraft, Preflight } from '@/shared/api/types';
import { withQuery } from '@/shared/ui/Pager';
import { t } from '@/shared/i18n';
import { Estimate } from './Estimate';
import { SamplePeople } from './SamplePeople';
import { TestSend } from './TestSend';
import { WhyNot } from './WhyNot';

interface CloserLookProps {
  id: number;
  revision: unknown;
  draft: CampaignDraft;
  preflight: Preflight;
}

/** For whoever wants to be surer before it is sent; what is open stands in the address, so that every step can lead here. */
export function CloserLook({ id, revision, draft, preflight }: CloserLookProps) {
  const [params, setParams] = useSearchParams();
  const show = (look: string | null) => setParams(withQuery(params, { look }).slice(1), { replace: true });
  return (
    <Accordion
      variant="contained"
      chevronPosition="left"
      keepMounted={false}
      value={params.get('look')}
      onChange={show}
    >
      <Accordion.Item value="test">
        <Accordion.Control>{t('Send it to myself first')}</Accordion.Control>
        <Accordion.Panel>
          <TestSend id={id} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="sample">
        <Accordion.Control>{t('What the first people would read')}</Accordion.Control>
        <Accordion.Panel>
          <SamplePeople id={id} revision={revision} texts={draft.content ?? []} />
        </Accordion.Panel>
      </Accordion.Item>
      {preflight.estimatedFinishAt && (
        <Accordion.Item value="estimate">
          <Accordion.Control>{t('How the finish time comes about')}</Accordion.Control>
          <Accordion.Panel>
            <Estimate preflight={preflight} draft={draft} />
          </Accordion.Panel>
        </Accordion.Item>
      )}
      <Accordion.Item value="why">
        <Accordion.Control>{t('Does somebody in particular get it?')}</Accordion.Control>
        <Accordion.Panel>
          <WhyNot id={id} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
