import { Accordion, Title } from '@mantine/core';
import { $api } from '@/shared/api/client';
import type { Template } from '@/shared/api/types';
import { moment } from '@/shared/format';
import { PhoneMessage } from '@/shared/ui/PhonePreview';
import { category } from '@/shared/words';
import { t } from '@/shared/i18n';
import classes from './templates.module.css';

/** What it said before. */
export function Versions({ template: { id } }: { template: Template }) {
  const versions = $api.useQuery('get', '/api/v1/templates/{id}/versions', { params: { path: { id } } });
  const earlier = (versions.data ?? []).slice(1);
  if (earlier.length === 0) return null;
  return (
    <div>
      <Title order={2} mb="xs">
        {t('What it said before')}
      </Title>
      <Accordion variant="contained" chevronPosition="left">
        {earlier.map(({ number = 0, at, category: code = '', components }) => (
          <Accordion.Item key={number} value={String(number)}>
            <Accordion.Control>
              {t('Version {{n}}, since {{when}}', { n: number, when: moment(at) })} · {category(code)}
            </Accordion.Control>
            <Accordion.Panel>
              <div className={classes.before}>
                <PhoneMessage template={{ components }} />
              </div>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </div>
  );
}
