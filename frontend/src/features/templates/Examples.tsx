import { SimpleGrid, TextInput } from '@mantine/core';
import { t } from '@/shared/i18n';

interface ExamplesProps {
  names: string[];
  examples: Record<string, string>;
  fault: string | undefined;
  onChange: (examples: Record<string, string>) => void;
}

/** Meta's review reads the message with these in it. */
export function Examples({ names, examples, fault, onChange }: ExamplesProps) {
  if (names.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
      {names.map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={t('Example for {{variable}}', { variable: `{{${name}}}` })}
          value={examples[name] ?? ''}
          error={fault && !examples[name]?.trim() ? fault : undefined}
          onChange={(e) => onChange({ ...examples, [name]: e.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}
