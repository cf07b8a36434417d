import { Alert, Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { t } from '@/shared/i18n';
import { ATTRIBUTE, type CsvHeader, KNOWN, LEFT_OUT, attributeOf, fault } from './csvHeader';

interface ColumnMappingProps {
  header: CsvHeader;
  /** What each column is taken as. */
  fields: string[];
  onChange: (fields: string[]) => void;
}

const WORDS: Record<(typeof KNOWN)[number], () => string> = {
  phone: () => t('Phone'),
  name: () => t('Name'),
  tags: () => t('Tags'),
  language: () => t('Language'),
  timezone: () => t('Time zone'),
  external_id: () => t('External id'),
};

/** Which column is what: one of the known fields, an attribute, or nothing that is kept. */
export function ColumnMapping({ header, fields, onChange }: ColumnMappingProps) {
  return (
    <>
      <Table.ScrollContainer minWidth={460}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('Column')}</Table.Th>
              <Table.Th>{t('For example')}</Table.Th>
              <Table.Th>{t('Is taken as')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {header.columns.map((column, i) => (
              <Table.Tr key={i}>
                <Table.Td>{column || '–'}</Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed" truncate maw={180}>
                    {header.sample.map((row) => row[i]).find(Boolean) ?? '–'}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Field
                    column={column}
                    field={fields[i] ?? LEFT_OUT}
                    onChange={(field) => onChange(fields.map((known, k) => (k === i ? field : known)))}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {fault(fields) && (
        <Alert color="red" variant="outline" role="alert">
          {fault(fields)}
        </Alert>
      )}
    </>
  );
}

function Field({ column, field, onChange }: { column: string; field: string; onChange: (field: string) => void }) {
  const attribute = field.startsWith(ATTRIBUTE);
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        size="xs"
        aria-label={t('{{column}} is taken as', { column })}
        data={[
          ...KNOWN.map((known) => ({ value: known as string, label: WORDS[known]() })),
          { value: ATTRIBUTE, label: t('Attribute') },
          { value: LEFT_OUT, label: t('Leave it out') },
        ]}
        value={attribute ? ATTRIBUTE : field}
        onChange={(e) => onChange(e.currentTarget.value === ATTRIBUTE ? attributeOf(column) : e.currentTarget.value)}
      />
      {attribute && (
        <TextInput
          size="xs"
          aria-label={t('Name of the attribute for {{column}}', { column })}
          value={field.slice(ATTRIBUTE.length)}
          onChange={(e) => onChange(ATTRIBUTE + e.currentTarget.value)}
          w={130}
        />
      )}
    </Group>
  );
}
