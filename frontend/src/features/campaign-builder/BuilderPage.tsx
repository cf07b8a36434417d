import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import { Navigate, UNSAFE_DataRouterContext as DataRouter, useNavigate, useParams } from 'react-router';
import { api } from '@/shared/api/client';
import type { Campaign } from '@/shared/api/types';
import { Answer } from '@/shared/ui/states';
import { Builder } from './Builder';
import { draftOf, newDraft } from './draft';

/** One address per draft: `/setup-campaign` makes one, and becomes `/setup-campaign/7` with its first save. */
export function Component() {
  const id = useParams().id;
  const [created, setCreated] = useState<string>();
  const [shown, setShown] = useState({ id, opening: 0 });
  const navigate = useNavigate();
  const router = use(DataRouter)?.router;
  // The draft that this page itself created stays on screen; any other address opens anew.
  if (id !== shown.id) setShown({ id, opening: id === created ? shown.opening : shown.opening + 1 });

  const onCreated = (newId: number) => {
    setCreated(String(newId));
    // Somebody may have gone on to another step meanwhile, which is not on screen while it is still being loaded.
    void navigate(`/setup-campaign/${newId}${router?.state.location.search ?? ''}`, { replace: true });
  };
  if (id !== undefined && id !== created) return <Existing key={shown.opening} id={Number(id)} />;
  return <New key={shown.opening} onCreated={onCreated} />;
}

function New({ onCreated }: { onCreated: (id: number) => void }) {
  const [draft] = useState(() => newDraft());
  return <Builder stored={undefined} draft={draft} onCreated={onCreated} />;
}

function Existing({ id }: { id: number }) {
  const campaign = useQuery({
    queryKey: ['draft', id],
    queryFn: async () => {
      const { data, response } = await api.GET('/api/v1/campaigns/{id}', { params: { path: { id } } });
      return { campaign: data as Campaign, etag: response.headers.get('ETag') };
    },
    // What is edited must be what the server has now, and must not change under the hands.
    gcTime: 0,
    staleTime: Infinity,
  });
  return (
    <Answer of={campaign}>
      {(answer) =>
        ['DRAFT', 'SCHEDULED'].includes(answer.campaign.state) ? (
          <Builder
            stored={{ id, etag: answer.etag }}
            draft={draftOf(answer.campaign)}
            onCreated={() => undefined}
            scheduled={answer.campaign.state === 'SCHEDULED'}
          />
        ) : (
          <Navigate to={`/campaigns/${id}`} replace />
        )
      }
    </Answer>
  );
}
