import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '@/shared/api/client';
import type { Problem } from '@/shared/api/problem';
import type { Template } from '@/shared/api/types';
import type { Wording } from './wording';

interface Save {
  wording: Wording;
  senderId: number | undefined;
  draft: boolean;
}

/** Keeps a template as a draft, or submits it, and goes to its page. */
export function useSave(id: number | undefined) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation<Template, Problem, Save>({
    mutationFn: async ({ wording, senderId = 0, draft }) => {
      if (id === undefined)
        return (await api.POST('/api/v1/templates', { body: { ...wording, senderId, draft } })).data as Template;
      return (await api.PUT('/api/v1/templates/{id}', { params: { path: { id } }, body: { ...wording, draft } }))
        .data as Template;
    },
    meta: { inline: true },
    onSuccess: async (saved) => {
      await navigate(`/templates/${saved.id}`);
      const stale = ['/api/v1/templates', '/api/v1/templates/{id}', '/api/v1/templates/{id}/versions'];
      await Promise.all(stale.map((path) => queries.invalidateQueries({ queryKey: ['get', path] })));
    },
  });
}
