import { Accordion } from '@mantine/core';
import { t } from '@/shared/i18n';
import { SamplePeople } from './SamplePeople';
import { TestSend } from './TestSend';
import { WhyNot } from './WhyNot';

/** For whoever wants to be surer before it is sent. */
export function CloserLook({ id, revision }: { id: number; revision: unknown }) {
  return (
    <Accordion variant="contained" chevronPosition="left" keepMounted={false}>
      <Accordion.Item value="test">
        <Accordion.Control>{t('Send it to myself first')}</Accordion.Control>
        <Accordion.Panel>
          <TestSend id={id} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="sample">
        <Accordion.Control>{t('What the first people would read')}</Accordion.Control>
        <Accordion.Panel>
          <SamplePeople id={id} revision={revision} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="why">
        <Accordion.Control>{t('Does somebody in particular get it?')}</Accordion.Control>
        <Accordion.Panel>
          <WhyNot id={id} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
