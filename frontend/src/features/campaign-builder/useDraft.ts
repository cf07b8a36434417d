import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '@/shared/api/client';
import type { Campaign, CampaignDraft } from '@/shared/api/types';

const SAVE_AFTER_MS = 500;

export interface Stored {
  id: number;
  etag: string | null;
}

interface Opened {
  stored: Stored | undefined;
  draft: CampaignDraft;
  onCreated: (id: number) => void;
}

export type Saving = 'saved' | 'saving' | 'failed' | 'new';

async function store(stored: Stored | undefined, body: CampaignDraft): Promise<Stored> {
  if (!stored) {
    const { data, response } = await api.POST('/api/v1/campaigns', { body });
    return { id: (data as Campaign).id, etag: response.headers.get('ETag') };
  }
  const headers = stored.etag ? { 'If-Match': stored.etag } : {};
  const path = { id: stored.id };
  const { response } = await api.PUT('/api/v1/campaigns/{id}', { params: { path }, body, headers });
  return { id: stored.id, etag: response.headers.get('ETag') };
}

/** The draft on screen, which saves itself: created at the first change, replaced at each later one, one save at a time. */
export function useDraft(opened: Opened) {
  const [first] = useState(opened.draft);
  const [draft, setDraft] = useState(first);
  const [stored, setStored] = useState(opened.stored);
  const [savedDraft, setSavedDraft] = useState(first);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (body: CampaignDraft) => store(stored, body),
    meta: { inline: true },
    onSuccess: (next, body) => {
      setStored(next);
      setSavedDraft(body);
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/campaigns'] });
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/campaigns/{id}'] });
      if (!stored) opened.onCreated(next.id);
    },
  });
  const { isPending, mutate, error, variables } = save;
  const refused = error !== null && variables === draft;
  const unsaved = draft !== savedDraft && !isPending && !refused;
  useEffect(() => {
    if (!unsaved) return;
    const timer = setTimeout(() => mutate(draft), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [unsaved, draft, mutate]);

  const clean = draft === savedDraft;
  const saving: Saving = refused ? 'failed' : !clean || isPending ? 'saving' : stored ? 'saved' : 'new';
  return {
    draft,
    change: (part: Partial<CampaignDraft>) => setDraft((before) => ({ ...before, ...part })),
    /** What goes without saying: shown at once, but saved only with the first change that somebody makes. */
    assume: (part: Partial<CampaignDraft>) => {
      const next = { ...draft, ...part };
      setDraft(next);
      setSavedDraft(next);
    },
    id: stored?.id,
    saving,
    error: refused ? error : null,
    saveAgain: () => mutate(draft),
    /** Whether anything was saved since it was opened. */
    changed: savedDraft !== first,
    /** Changes with each save: the preflight is asked anew. */
    revision: savedDraft,
  };
}

export type DraftHandle = ReturnType<typeof useDraft>;
