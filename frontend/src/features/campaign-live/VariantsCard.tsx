import { Anchor, Paper, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Campaign, Schemas, Stats, Template } from '@/shared/api/types';
import { count, share } from '@/shared/format';
import { t } from '@/shared/i18n';
import { BucketBar } from '@/shared/ui/BucketBar';
import stacked from '@/shared/ui/stacked.module.css';
import { forWhom, templateName } from '@/shared/words';

type Variant = Schemas['Variant'];

/** The same counts for each text of a campaign that has several. */
export function VariantsCard({ campaign, stats }: { campaign: Campaign; stats: Stats | undefined }) {
  const variants = stats?.variants ?? [];
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        {t('Each text by itself')}
      </Title>
      <Table verticalSpacing="xs" className={stacked.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Text')}</Table.Th>
            <Table.Th>{t('People')}</Table.Th>
            <Table.Th w="24%">{t('Where they stand')}</Table.Th>
            <Table.Th>{t('Delivered')}</Table.Th>
            <Table.Th>{t('Read')}</Table.Th>
            <Table.Th>{t('Replied')}</Table.Th>
            <Table.Th>{t('Opted out')}</Table.Th>
            <Table.Th>{t('Failed')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {variants.map((variant) => (
            <Row key={variant.variant} variant={variant} content={campaign.content?.[variant.variant ?? 0]} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

interface RowProps {
  variant: Variant;
  content: Schemas['Content'] | undefined;
}

function Row({ variant: { total, buckets, funnel, engagement }, content }: RowProps) {
  const delivered = funnel?.delivered ?? 0;
  const of = (n: number | undefined, all: number) => (n ? `${count(n)} (${share(n, all)})` : count(n ?? 0));
  return (
    <Table.Tr>
      <Table.Th scope="row">{content && <Name content={content} />}</Table.Th>
      <Table.Td data-label={t('People')}>{count(total)}</Table.Td>
      <Table.Td>
        <BucketBar buckets={buckets} />
      </Table.Td>
      <Table.Td data-label={t('Delivered')}>{of(delivered, total ?? 0)}</Table.Td>
      <Table.Td data-label={t('Read')}>{of(funnel?.read, delivered)}</Table.Td>
      <Table.Td data-label={t('Replied')}>{of(engagement?.replied, delivered)}</Table.Td>
      <Table.Td data-label={t('Opted out')}>{of(engagement?.optedOut, delivered)}</Table.Td>
      <Table.Td data-label={t('Failed')}>{count(buckets?.failed)}</Table.Td>
    </Table.Tr>
  );
}

function Name({ content: { templateId, when } }: { content: Schemas['Content'] }) {
  const template = $api.useQuery('get', '/api/v1/templates/{id}', { params: { path: { id: templateId } } });
  const words = template.data ? templateName(template.data as Template) : t('Template {{id}}', { id: templateId });
  return (
    <>
      <Anchor component={Link} to={`/templates/${templateId}`} size="sm">
        {words}
      </Anchor>
      <Text size="xs" c="dimmed">
        {forWhom({ when })}
      </Text>
    </>
  );
}
