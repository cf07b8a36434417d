import { Title } from '@mantine/core';
import { type ComponentType, Suspense, lazy } from 'react';
import { Page } from '@/shared/ui/Page';
import { LoadingState } from '@/shared/ui/states';
import { message, t } from '@/shared/i18n';
import { ApiKeys } from './ApiKeys';
import { ChangePassword } from './ChangePassword';
import { LanguageChoice } from './LanguageChoice';

const WebhookEndpoints = lazy(() => import('./WebhookEndpoints').then((m) => ({ default: m.WebhookEndpoints })));
const ConsentWords = lazy(() => import('./ConsentWords').then((m) => ({ default: m.ConsentWords })));
const Suppressions = lazy(() => import('./Suppressions').then((m) => ({ default: m.Suppressions })));

const SECTIONS: [id: string, title: string, Section: ComponentType][] = [
  ['keys', message('API keys'), ApiKeys],
  ['webhooks', message('Outgoing webhooks'), WebhookEndpoints],
  ['words', message('Replies that decide'), ConsentWords],
  ['suppressed', message('Never to be written to'), Suppressions],
  ['password', message('Password'), ChangePassword],
  ['language', message('Language'), LanguageChoice],
];

export function Component() {
  return (
    <Page title={t('Settings')}>
      {SECTIONS.map(([id, title, Section]) => (
        <section key={id} aria-labelledby={id}>
          <Title order={2} id={id} mb="xs">
            {t(title)}
          </Title>
          <Suspense fallback={<LoadingState />}>
            <Section />
          </Suspense>
        </section>
      ))}
    </Page>
  );
}
