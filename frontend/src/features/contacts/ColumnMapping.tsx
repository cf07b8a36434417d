import { Alert, Autocomplete, Table, Text } from '@mantine/core';
import { t } from '@/shared/i18n';
import { type CsvHeader, KNOWN } from './csvHeader';

interface ColumnMappingProps {
  header: CsvHeader;
  names: string[];
  onChange: (names: string[]) => void;
}

/** Which column is what: one of the known fields, or an attribute by any other name. */
export function ColumnMapping({ header, names, onChange }: ColumnMappingProps) {
  return (
    <>
      <Table.ScrollContainer minWidth={420}>
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
                  <Autocomplete
                    size="xs"
                    aria-label={t('{{column}} is taken as', { column })}
                    data={[...KNOWN]}
                    value={names[i] ?? ''}
                    onChange={(name) => onChange(names.map((known, k) => (k === i ? name : known)))}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {fault(names) && (
        <Alert color="red" variant="outline" role="alert">
          {fault(names)}
        </Alert>
      )}
    </>
  );
}

/** Why these names cannot be imported; undefined: they can. */
export function fault(names: string[]): string | undefined {
  const given = names.map((name) => name.trim());
  if (!given.includes('phone')) return t('One column has to be the phone.');
  if (given.some((name) => name === '')) return t('Every column needs a name.');
  const twice = given.find((name, i) => given.indexOf(name) !== i);
  return twice && t('“{{name}}” stands twice.', { name: twice });
}
