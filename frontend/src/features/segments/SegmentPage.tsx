import { Button, Grid, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { $api, api } from '@/shared/api/client';
import { fieldError, wordsOf } from '@/shared/api/problem';
import type { Segment } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { Page } from '@/shared/ui/Page';
import { Answer } from '@/shared/ui/states';
import { FilterNode } from '@/shared/filter/FilterNode';
import { LiveCount } from './LiveCount';
import { EVERYBODY, complete, filterIn } from '@/shared/filter/filters';

interface Opened {
  segment: Pick<Segment, 'name' | 'filter'> & { id?: number };
  etag: string | null;
}

export function Component() {
  const { id } = useParams();
  const [params] = useSearchParams();
  // The list of contacts hands its conditions over.
  const [fresh] = useState<Opened>({ segment: { name: '', filter: filterIn(params) ?? EVERYBODY }, etag: null });
  return id === 'new' ? <Editor opened={fresh} /> : <Existing key={id} id={Number(id)} />;
}

function Existing({ id }: { id: number }) {
  const segment = useQuery({
    queryKey: ['segment', id],
    queryFn: async () => {
      const { data, response } = await api.GET('/api/v1/segments/{id}', { params: { path: { id } } });
      return { segment: data as Segment, etag: response.headers.get('ETag') };
    },
    // It must not change under the hands that edit it.
    gcTime: 0,
    staleTime: Infinity,
  });
  return <Answer of={segment}>{(opened) => <Editor key={opened.etag} opened={opened} />}</Answer>;
}

function Editor({ opened: { segment, etag } }: { opened: Opened }) {
  const [name, setName] = useState(segment.name);
  const [filter, setFilter] = useState(segment.filter);
  const save = useSave(segment.id, etag);
  const changed = name !== segment.name || filter !== segment.filter;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name: name.trim(), filter });
  };
  const nameFault = fieldError(save.error, 'name');
  return (
    <Page
      title={segment.id === undefined ? t('New segment') : segment.name}
      actions={segment.id !== undefined && <Delete id={segment.id} name={segment.name} />}
    >
      <Grid>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <form onSubmit={submit}>
            <Stack>
              <TextInput
                label={t('Name of the segment')}
                required
                maxLength={200}
                value={name}
                onChange={(e) => setName(e.currentTarget.value)}
                error={nameFault ?? (save.error ? wordsOf(save.error) : undefined)}
                maw={420}
              />
              <FilterNode node={filter} onChange={setFilter} place="" selfId={segment.id} />
              <Group>
                <Button type="submit" loading={save.isPending} disabled={!changed || !name.trim() || !complete(filter)}>
                  {t('Save')}
                </Button>
                {changed && !name.trim() && <Text size="sm">{t('It needs a name.')}</Text>}
                {changed && !complete(filter) && <Text size="sm">{t('A condition is not filled in yet.')}</Text>}
              </Group>
            </Stack>
          </form>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <LiveCount filter={filter} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function useSave(id: number | undefined, etag: string | null) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (body: Pick<Segment, 'name' | 'filter'>) => {
      if (id === undefined) return (await api.POST('/api/v1/segments', { body })).data as Segment;
      const headers = etag ? { 'If-Match': etag } : {};
      return (await api.PUT('/api/v1/segments/{id}', { params: { path: { id } }, body, headers })).data as Segment;
    },
    meta: { inline: true },
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/segments'] });
      await queries.invalidateQueries({ queryKey: ['segment', saved.id] });
      await navigate(`/segments/${saved.id}`);
    },
  });
}

function Delete({ id, name }: { id: number; name: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = $api.useMutation('delete', '/api/v1/segments/{id}', {
    onSuccess: async () => {
      await navigate('/segments');
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/segments'] });
    },
  });
  return (
    <ConfirmButton
      label={t('Delete')}
      question={t('Delete “{{name}}”?', { name })}
      consequence={t('The people stay; only the conditions are gone. This cannot be undone.')}
      confirm={t('Delete the segment')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
    />
  );
}
