import {
  Alert,
  Button,
  Checkbox,
  FileInput,
  Group,
  NativeSelect,
  Progress,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, Suspense, lazy, useState } from 'react';
import { useNavigate } from 'react-router';
import { $api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import { type Group as ContactGroup, itemsOf } from '@/shared/api/types';
import { share } from '@/shared/format';
import { Page } from '@/shared/ui/Page';
import { Rich } from '@/shared/ui/Rich';
import { type CsvHeader, fault, guess, mapping, readHeader } from './csvHeader';
import { message, t } from '@/shared/i18n';
import { uploadCsv } from './upload';

const ColumnMapping = lazy(() => import('./ColumnMapping').then((m) => ({ default: m.ColumnMapping })));
const Trial = lazy(() => import('./Trial').then((m) => ({ default: m.Trial })));

const CONSENT = [
  { value: 'OPTED_IN', label: message('They have opted in to marketing') },
  { value: 'UNKNOWN', label: message('Unknown') },
];

export function Component() {
  const [file, setFile] = useState<File | null>(null);
  const [header, setHeader] = useState<CsvHeader>();
  const [fields, setFields] = useState<string[]>([]);
  const [groupId, setGroupId] = useState<string | null>(null);
  const [consent, setConsent] = useState('UNKNOWN');
  const [source, setSource] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const [country, setCountry] = useState('');
  const [sent, setSent] = useState(0);
  const navigate = useNavigate();
  const groups = $api.useQuery('get', '/api/v1/groups', { params: { query: { limit: 200 } } });
  const upload = useMutation({
    mutationFn: uploadCsv,
    meta: { inline: true },
    onSuccess: (started) => {
      if (!started.dryRun) void navigate(`/contacts/import/${started.id}`);
    },
  });
  const choose = async (chosen: File | null) => {
    upload.reset();
    setFile(chosen);
    const read = chosen ? await readHeader(chosen) : undefined;
    setHeader(read);
    setFields(read?.columns.map(guess) ?? []);
  };
  const optedIn = consent === 'OPTED_IN';
  const send = (dryRun: boolean) => {
    if (!file || !header) return;
    const query: [string, string | null][] = [
      ['consent', consent],
      ['consentSource', optedIn ? source.trim() : null],
      ['doubleOptIn', optedIn && confirmed ? 'true' : null],
      ['groupId', groupId],
      ['defaultCountry', country.toUpperCase()],
      ['dryRun', dryRun ? 'true' : null],
      ...mapping(header.columns, fields).map((pair): [string, string] => ['map', pair]),
    ];
    setSent(0);
    upload.mutate({
      file,
      query: query.filter((pair): pair is [string, string] => Boolean(pair[1])),
      onProgress: setSent,
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(false);
  };
  const ready = header !== undefined && fault(fields) === undefined;
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
          <Suspense>{header && <ColumnMapping header={header} fields={fields} onChange={setFields} />}</Suspense>
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
          {optedIn && (
            <>
              <TextInput
                label={t('Where the consent comes from')}
                description={t('Kept with each of them, as evidence')}
                placeholder={t('For example: form on the website')}
                maxLength={1_000}
                value={source}
                onChange={(e) => setSource(e.currentTarget.value)}
              />
              <Checkbox
                label={t('It counts only once they have confirmed it by a reply')}
                checked={confirmed}
                onChange={(e) => setConfirmed(e.currentTarget.checked)}
              />
            </>
          )}
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
          <Suspense>{upload.data?.dryRun && <Trial key={upload.data.id} id={upload.data.id} />}</Suspense>
          <Group>
            <Button type="submit" disabled={!ready} loading={upload.isPending}>
              {t('Import')}
            </Button>
            <Button variant="default" disabled={!ready} loading={upload.isPending} onClick={() => send(true)}>
              {t('Try it first')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
