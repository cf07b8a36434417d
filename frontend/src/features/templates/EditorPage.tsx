import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Template } from '@/shared/api/types';
import { Answer } from '@/shared/ui/states';
import { Editor } from './Editor';
import { NEW, wordingOf } from './wording';

/** Writes a new template, one like another (`?like=3`), or what an existing one says. */
export function Component() {
  const id = useParams().id;
  const [params] = useSearchParams();
  const like = params.get('like');
  if (id !== undefined) return <Opened key={id} id={Number(id)} />;
  return like ? <Opened key={like} id={Number(like)} copy /> : <Editor template={undefined} opened={NEW} />;
}

function Opened({ id, copy = false }: { id: number; copy?: boolean }) {
  // What is written must not change under the hands.
  const [kept, setKept] = useState<Template>();
  const template = $api.useQuery(
    'get',
    '/api/v1/templates/{id}',
    { params: { path: { id } } },
    { enabled: kept === undefined },
  );
  if (kept === undefined && template.data && !template.isFetching) setKept(template.data as Template);
  return (
    <Answer of={{ ...template, data: kept }}>
      {(found) => {
        const opened = wordingOf(found);
        return copy ? (
          <Editor template={undefined} opened={{ ...opened, name: `${opened.name}_2` }} />
        ) : (
          <Editor template={found} opened={opened} />
        );
      }}
    </Answer>
  );
}
