import { createContext } from 'svelte';
import type { DocumentsState } from './documents.svelte';

/** The texts of the user's own, within the guide. */
export const [getDocuments, setDocuments] = createContext<DocumentsState>();
