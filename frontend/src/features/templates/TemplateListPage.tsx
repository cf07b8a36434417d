import { Button, SimpleGrid, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Suspense, lazy } from 'react';
import { Link, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Template, itemsOf } from '@/shared/api/types';
import { useAsked } from '@/shared/ui/FilterSelect';
import { Page } from '@/shared/ui/Page';
import { Pager } from '@/shared/ui/Pager';
import { Answer, EmptyState } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import { TemplateCard } from './TemplateCard';
import { FILTERS, TemplateFilters } from './TemplateFilters';

const Sync = lazy(() => import('./Sync').then((m) => ({ default: m.Sync })));

const PER_PAGE = 24;
const REVIEW_LOOK_MS = 5_000;

const reviewed = (templates: Template[]) => templates.every(({ status }) => status !== 'PENDING');

/** All templates as they look on a phone. */
export function Component() {
  const [params] = useSearchParams();
  const asked = useAsked(FILTERS);
  const templates = $api.useQuery(
    'get',
    '/api/v1/templates',
    {
      params: { query: { ...asked, limit: PER_PAGE, cursor: params.get('cursor') ?? undefined } },
    },
    { refetchInterval: ({ state }) => (reviewed(itemsOf(state.data)) ? false : REVIEW_LOOK_MS) },
  );
  return (
    <Page
      title={t('Templates')}
      about={t('Messages that Meta has to approve')}
      actions={
        <>
          <Suspense>
            <Sync />
          </Suspense>
          <Button component={Link} to="/templates/new" leftSection={<IconPlus size={16} />}>
            {t('New template')}
          </Button>
        </>
      }
    >
      <TemplateFilters />
      <Answer of={templates}>
        {(page) => (
          <>
            <Gallery templates={itemsOf<Template>(page)} filtered={Object.keys(asked).length > 0} />
            <Pager nextCursor={page.nextCursor} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Gallery({ templates, filtered }: { templates: Template[]; filtered: boolean }) {
  if (templates.length === 0)
    return (
      <EmptyState title={t('No templates here')}>
        <Text c="dimmed">
          {filtered
            ? t('No template is like that; choose less above.')
            : t('Read those that Meta has already, or write the first one.')}
        </Text>
      </EmptyState>
    );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="md">
      {templates.map((template) => (
        <TemplateCard key={template.id} template={template} />
      ))}
    </SimpleGrid>
  );
}
