import { currentCsrfToken } from '@/shared/api/client';
import { Problem } from '@/shared/api/problem';
import type { ContactImport } from '@/shared/api/types';

interface Upload {
  file: Blob;
  query: [string, string][];
  onProgress: (share: number) => void;
}

/** Sends a CSV file. Not through the typed client, since fetch cannot tell how much of a body has left. */
export function uploadCsv({ file, query, onProgress }: Upload): Promise<ContactImport> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/contacts/import?${new URLSearchParams(query)}`);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.setRequestHeader('X-CSRF-Token', currentCsrfToken() ?? '');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new TypeError('upload failed'));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as ContactImport);
      else reject(new Problem(request.status, parsed(request.responseText)));
    };
    request.send(file);
  });
}

function parsed(text: string) {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}
