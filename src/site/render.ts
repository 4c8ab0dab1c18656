import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole HTML document from a layout. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
