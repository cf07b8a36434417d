import { Button, Group, NativeSelect, Paper, Stack, Switch, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { t } from '@/shared/i18n';
import type { Card, Component } from '@/shared/templateParts';
import { ButtonsFields } from './ButtonsFields';
import { MediaExample } from './HeaderFields';
import { TextWithVariables } from './TextWithVariables';
import type { Faults } from './faults';
import { alike, fieldOf, partOf, withPart } from './parts';

const FEWEST = 2;
const MOST = 10;
const MOST_BUTTONS = 2;
const LONGEST = 160;

interface CarouselFieldsProps {
  part: Component;
  field: string;
  faults: Faults;
  onChange: (part: Component) => void;
}

/** Cards side by side, which all have the same parts: what is added to one is added to all. */
export function CarouselFields({ part, field, faults, onChange }: CarouselFieldsProps) {
  const cards = part.cards ?? [];
  const first = cards[0] ?? { components: [] };
  const set = (next: Card[]) => onChange({ ...part, cards: next });
  const change = (place: number, card: Card) => set(cards.map((other, i) => (i === place ? card : alike(other, card))));
  const format = partOf(first.components, 'HEADER')?.format ?? 'IMAGE';
  const shape = (type: string, model: Component | undefined) =>
    change(0, { components: withPart(first.components, type, model) });
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <NativeSelect
          label={t('Cards show')}
          value={format}
          data={[
            { value: 'IMAGE', label: t('Pictures') },
            { value: 'VIDEO', label: t('Videos') },
          ]}
          onChange={(e) => shape('HEADER', { type: 'HEADER', format: e.currentTarget.value })}
        />
        <Switch
          label={t('Cards have a text')}
          checked={partOf(first.components, 'BODY') !== undefined}
          onChange={(e) => shape('BODY', e.currentTarget.checked ? { type: 'BODY', text: '' } : undefined)}
        />
      </Group>
      {cards.map((card, i) => (
        <CardFields
          key={i}
          name={t('Card {{n}}', { n: i + 1 })}
          card={card}
          at={`${field}.cards[${i}].`}
          faults={faults}
          onChange={(next) => change(i, next)}
          onRemove={cards.length > FEWEST ? () => set(cards.filter((_, j) => j !== i)) : undefined}
        />
      ))}
      {cards.length < MOST && (
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => set([...cards, alike({ components: [] }, first)])}
          >
            {t('Add a card')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface CardFieldsProps {
  name: string;
  card: Card;
  at: string;
  faults: Faults;
  onChange: (card: Card) => void;
  onRemove: (() => void) | undefined;
}

function CardFields({ name, card, at, faults, onChange, onRemove }: CardFieldsProps) {
  const parts = card.components;
  const header = partOf(parts, 'HEADER');
  const body = partOf(parts, 'BODY');
  const put = (type: string, part: Component | undefined) => onChange({ components: withPart(parts, type, part) });
  return (
    <Paper withBorder p="sm" role="group" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text size="sm" fw={600}>
            {name}
          </Text>
          {onRemove && (
            <Button variant="subtle" color="gray" size="compact-xs" onClick={onRemove}>
              {t('Remove {{what}}', { what: name })}
            </Button>
          )}
        </Group>
        {header && (
          <MediaExample
            part={header}
            field={fieldOf(parts, 'HEADER', at)}
            faults={faults}
            onChange={(next) => put('HEADER', next)}
          />
        )}
        {body && (
          <TextWithVariables
            label={t('Text')}
            part={body}
            place="body"
            field={fieldOf(parts, 'BODY', at)}
            faults={faults}
            longest={LONGEST}
            onChange={(next) => put('BODY', next)}
          />
        )}
        <ButtonsFields
          buttons={partOf(parts, 'BUTTONS')?.buttons ?? []}
          field={`${fieldOf(parts, 'BUTTONS', at)}.buttons`}
          faults={faults}
          most={MOST_BUTTONS}
          onChange={(buttons) => put('BUTTONS', buttons.length > 0 ? { type: 'BUTTONS', buttons } : undefined)}
        />
      </Stack>
    </Paper>
  );
}
