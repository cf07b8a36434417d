import { Alert, Button, FileInput, Group, NativeSelect, Progress, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { $api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import { type Group as ContactGroup, itemsOf } from '@/shared/api/types';
import { share } from '@/shared/format';
import { Page } from '@/shared/ui/Page';
import { Rich } from '@/shared/ui/Rich';
import { ColumnMapping, fault } from './ColumnMapping';
import { type CsvHeader, guess, readHeader, renamed } from './csvHeader';
import { message, t } from '@/shared/i18n';
import { uploadCsv } from './upload';

const CONSENT = [
  { value: 'OPTED_IN', label: message('They have opted in to marketing') },
  { value: 'UNKNOWN', label: message('Unknown') },
];

export function Component() {
  const [file, setFile] = useState<File | null>(null);
  const [header, setHeader] = useState<CsvHeader>();
  const [names, setNames] = useState<string[]>([]);
  const [groupId, setGroupId] = useState<string | null>(null);
  const [consent, setConsent] = useState('UNKNOWN');
  const [country, setCountry] = useState('');
  const [sent, setSent] = useState(0);
  const navigate = useNavigate();
  const groups = $api.useQuery('get', '/api/v1/groups', { params: { query: { limit: 200 } } });
  const upload = useMutation({
    mutationFn: uploadCsv,
    meta: { inline: true },
    onSuccess: (started) => void navigate(`/contacts/import/${started.id}`),
  });
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    const read = chosen ? await readHeader(chosen) : undefined;
    setHeader(read);
    setNames(read?.columns.map(guess) ?? []);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!file || !header) return;
    const same = names.every((name, i) => name === header.columns[i]);
    const query = { consent, ...(groupId && { groupId }), ...(country && { defaultCountry: country.toUpperCase() }) };
    setSent(0);
    upload.mutate({ file: same ? file : renamed(file, header, names), query, onProgress: setSent });
  };
  return (
    <Page title={t('Import contacts')} about={t('A CSV file of any size; known phones are updated')}>
      <form onSubmit={submit}>
        <Stack maw={520}>
          <Text size="sm">
            <Rich
              text={t(
                'The first row names the columns: <b>phone</b> is needed; name, tags (separated by ;), language, timezone and external_id are known; every other column becomes an attribute.',
              )}
              as={{ b: (word) => <b>{word}</b> }}
            />
          </Text>
          <FileInput
            label={t('File')}
            accept=".csv,text/csv"
            placeholder={t('Choose a file')}
            required
            value={file}
            onChange={(chosen) => void choose(chosen)}
          />
          {header && <ColumnMapping header={header} names={names} onChange={setNames} />}
          <NativeSelect
            label={t('Add to the group')}
            data={[
              { value: '', label: t('No group') },
              ...itemsOf<ContactGroup>(groups.data).map((g) => ({ value: String(g.id), label: g.name })),
            ]}
            value={groupId ?? ''}
            onChange={(e) => setGroupId(e.currentTarget.value || null)}
          />
          <NativeSelect
            label={t('Consent')}
            data={CONSENT.map(({ value, label }) => ({ value, label: t(label) }))}
            value={consent}
            onChange={(e) => setConsent(e.currentTarget.value)}
          />
          <TextInput
            label={t('Country of phones without +')}
            description={t('Two letters, such as IN; empty: such phones are rejected')}
            maxLength={2}
            value={country}
            onChange={(e) => setCountry(e.currentTarget.value)}
            w={240}
          />
          {upload.error && (
            <Alert color="red" variant="outline" role="alert">
              {wordsOf(upload.error)}
            </Alert>
          )}
          {upload.isPending && (
            <Progress value={100 * sent} aria-label={t('Uploaded {{share}}', { share: share(sent, 1) })} />
          )}
          <Group>
            <Button type="submit" disabled={!header || fault(names) !== undefined} loading={upload.isPending}>
              {t('Import')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
