import { Alert, Button, FileInput, Group, Progress, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { $api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import { type Group as ContactGroup, itemsOf } from '@/shared/api/types';
import { share } from '@/shared/format';
import { Page } from '@/shared/ui/Page';
import { uploadCsv } from './upload';

const CONSENT = [
  { value: 'OPTED_IN', label: 'They have opted in to marketing' },
  { value: 'UNKNOWN', label: 'Unknown' },
];

export function Component() {
  const [file, setFile] = useState<File | null>(null);
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    const query = { consent, ...(groupId && { groupId }), ...(country && { defaultCountry: country.toUpperCase() }) };
    setSent(0);
    upload.mutate({ file, query, onProgress: setSent });
  };
  return (
    <Page title="Import contacts" about="A CSV file of any size; known phones are updated">
      <form onSubmit={submit}>
        <Stack maw={520}>
          <Text size="sm">
            The first row names the columns: <b>phone</b> is needed; name, tags (separated by ;), language, timezone and
            external_id are known; every other column becomes an attribute.
          </Text>
          <FileInput
            label="File"
            accept=".csv,text/csv"
            placeholder="Choose a file"
            required
            value={file}
            onChange={setFile}
          />
          <Select
            label="Add to the group"
            placeholder="No group"
            clearable
            searchable
            data={itemsOf<ContactGroup>(groups.data).map((g) => ({ value: String(g.id), label: g.name }))}
            value={groupId}
            onChange={setGroupId}
          />
          <Select
            label="Consent"
            allowDeselect={false}
            data={CONSENT}
            value={consent}
            onChange={(value) => value && setConsent(value)}
          />
          <TextInput
            label="Country of phones without +"
            description="Two letters, such as IN; empty: such phones are rejected"
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
          {upload.isPending && <Progress value={100 * sent} aria-label={`Uploaded ${share(sent, 1)}`} />}
          <Group>
            <Button type="submit" disabled={!file} loading={upload.isPending}>
              Import
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
