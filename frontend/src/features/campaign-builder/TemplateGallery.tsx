import { Anchor, Button, Group, NativeSelect, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Sender, type Template, itemsOf } from '@/shared/api/types';
import { count, languageName } from '@/shared/format';
import { isMediaKind } from '@/shared/media/media';
import { textOf } from '@/shared/templateText';
import { Answer } from '@/shared/ui/states';
import { CATEGORY_CODES, category } from '@/shared/words';
import { t } from '@/shared/i18n';
import classes from './builder.module.css';
import { obstacle } from './obstacle';

interface TemplateGalleryProps {
  sender: Sender | undefined;
  chosen: number | undefined;
  onChoose: (template: Template) => void;
}

/** So many are seen at a glance. */
const FEW = 6;

/**
 * Approved first, of these the ones with the least to fill in; the others stay in sight, greyed, with the reason. Once one of many is chosen, they fold up, so that its variables are
 * in sight; not while somebody walks through them by the arrow keys.
 */
export function TemplateGallery({ sender, chosen, onChoose }: TemplateGalleryProps) {
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [looking, setLooking] = useState(chosen === undefined);
  const byArrows = useRef(false);
  const templates = $api.useQuery('get', '/api/v1/templates', { params: { query: { limit: 200 } } });
  const all = itemsOf<Template>(templates.data);
  const blocked = (template: Template) => Number(obstacle(template, sender) !== undefined);
  const many = all.length > FEW;
  const folded = many && !looking && all.some((one) => one.id === chosen);
  const found = all
    .filter((one) => (folded ? one.id === chosen : isMeant(one, search) && (kind === null || one.category === kind)))
    .sort(
      (a, b) =>
        blocked(a) - blocked(b) ||
        oneTimePassword(a) - oneTimePassword(b) ||
        effort(a) - effort(b) ||
        a.name.localeCompare(b.name) ||
        a.language.localeCompare(b.language),
    );
  return (
    <Radio.Group
      label={t('Template')}
      value={chosen === undefined ? null : String(chosen)}
      onChange={(value) => {
        const template = all.find((one) => String(one.id) === value);
        if (template) onChoose(template);
        setLooking(byArrows.current);
      }}
      onKeyDownCapture={({ key }) => (byArrows.current = key.startsWith('Arrow'))}
      onPointerDownCapture={() => (byArrows.current = false)}
    >
      <Answer of={templates}>
        {() => (
          <Stack gap="sm" mt={6}>
            {many && !folded && (
              <Group gap="xs" grow>
                <TextInput
                  aria-label={t('Search templates')}
                  placeholder={t('Search by name or language')}
                  leftSection={<IconSearch size={16} />}
                  value={search}
                  onChange={(e) => setSearch(e.currentTarget.value)}
                />
                <NativeSelect
                  aria-label={t('Category')}
                  data={[
                    { value: '', label: t('All categories') },
                    ...CATEGORY_CODES.map((code) => ({ value: code, label: category(code) })),
                  ]}
                  value={kind ?? ''}
                  onChange={(e) => setKind(e.currentTarget.value || null)}
                />
              </Group>
            )}
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              {found.map((template) => (
                <TemplateCard key={template.id} template={template} obstacle={obstacle(template, sender)} />
              ))}
            </SimpleGrid>
            {folded && (
              <Group>
                <Button size="xs" variant="default" onClick={() => setLooking(true)}>
                  {t('Choose another template')}
                </Button>
              </Group>
            )}
            {all.length === 0 && (
              <Text size="sm">
                {t('No templates yet.')}{' '}
                <Anchor component={Link} to="/templates" inherit>
                  {t('Read them from Meta')}
                </Anchor>
              </Text>
            )}
          </Stack>
        )}
      </Answer>
    </Radio.Group>
  );
}

/** By its name, in which spaces are underscores, or by the words of its language. */
function isMeant({ name, language }: Template, search: string): boolean {
  const words = search.trim().toLowerCase();
  return name.includes(words.replaceAll(' ', '_')) || languageName(language).toLowerCase().includes(words);
}

/** Nobody sends these to many. */
const oneTimePassword = ({ category: kind }: Template) => Number(kind === 'AUTHENTICATION');

/** A file has to be found first. */
const FILE_EFFORT = 3;

const effort = ({ variables }: Template) =>
  (variables ?? []).reduce((sum, { kind }) => sum + (isMediaKind(kind) ? FILE_EFFORT : 1), 0);

/** How much there is to fill in. */
const gaps = ({ variables }: Template) => variables?.length ?? 0;

function TemplateCard({ template, obstacle: why }: { template: Template; obstacle: string | undefined }) {
  const body = textOf(template.components)
    .body.map((piece) => piece.text)
    .join('');
  return (
    <Radio.Card
      value={String(template.id)}
      className={classes.card}
      disabled={why !== undefined}
      data-disabled={why ? true : undefined}
    >
      <Group wrap="nowrap" align="flex-start">
        <Radio.Indicator disabled={why !== undefined} />
        <Stack gap={2} miw={0}>
          <Text size="sm" fw={600} truncate>
            {template.name}
          </Text>
          <Text size="xs" c={why ? undefined : 'dimmed'}>
            {[
              why ?? category(template.category),
              languageName(template.language),
              gaps(template) > 0 ? t('{{n}} to fill in', { n: count(gaps(template)) }) : t('nothing to fill in'),
            ].join(' · ')}
          </Text>
          <Text size="sm" className={classes.excerpt}>
            {body}
          </Text>
        </Stack>
      </Group>
    </Radio.Card>
  );
}
