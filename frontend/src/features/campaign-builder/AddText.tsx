import { Select } from '@mantine/core';
import { $api } from '@/shared/api/client';
import { type Sender, type Template, itemsOf } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { withoutCountry } from '@/shared/languages';
import { templateName } from '@/shared/words';
import { type Text, spokenIn } from './draft';
import { namesakes } from './namesakes';
import { obstacle } from './obstacle';

interface AddTextProps {
  texts: Text[];
  sender: Sender | undefined;
  /** What variables can be taken from. */
  paths: string[];
  onAdd: (text: Text) => void;
}

/** Another text for the people of another language; the first stays that of everybody else. */
export function AddText({ texts, sender, paths, onAdd }: AddTextProps) {
  const templates = $api.useQuery('get', '/api/v1/templates', { params: { query: { limit: 200 } } });
  const all = itemsOf<Template>(templates.data);
  const main = all.find(({ id }) => id === texts[0]?.templateId);
  const found = all
    .filter((one) => one.category === main?.category && !texts.some(({ templateId }) => templateId === one.id))
    .filter((one) => obstacle(one, sender) === undefined && freeLanguage(one, texts) !== undefined)
    .sort((a, b) => Number(b.name === main?.name) - Number(a.name === main?.name) || a.name.localeCompare(b.name));
  if (!main || found.length === 0) return null;
  const add = (id: string | null) => {
    const template = found.find((one) => String(one.id) === id);
    if (template) onAdd(textOf(template, texts, paths));
  };
  return (
    <Select
      label={t('Add a text for another language')}
      description={t('Whoever speaks it gets it; everybody else gets the first text.')}
      placeholder={t('Choose its template')}
      searchable
      value={null}
      data={found.map((one) => ({ value: String(one.id), label: templateName(one) }))}
      onChange={add}
      maw={440}
    />
  );
}

/** The language of the template, or of its country alone; undefined: both have their text already. */
function freeLanguage({ language }: Template, texts: Text[]): string | undefined {
  const taken = spokenIn(texts);
  return [withoutCountry(language), language].find((code) => !taken.includes(code));
}

/** What the first text says of a variable holds for the same variable here. */
function textOf(template: Template, texts: Text[], paths: string[]): Text {
  const known = texts[0]?.variables ?? {};
  const same = (template.variables ?? []).flatMap(({ key = '' }) => (known[key] ? [[key, known[key]]] : []));
  return {
    templateId: template.id,
    variables: { ...namesakes(template, paths), ...Object.fromEntries(same) },
    when: { languages: [freeLanguage(template, texts) ?? template.language] },
  };
}
