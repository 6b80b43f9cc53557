import { html, type TemplateResult } from 'lit';
import { formatDate, getLocale } from '../internal/localize.js';

/** An ISO time as day and time where the reader is, then the zone's name; what is no time stays as it is. */
export function formatMoment(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const parts = new Intl.DateTimeFormat(getLocale(), {
    hour: '2-digit',
    timeZoneName: 'short',
  }).formatToParts(moment);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value;
  return zone ? `${formatDate(iso)} (${zone})` : formatDate(iso);
}

/** A time of the record, as people read it. */
export const renderMoment = (iso: string): TemplateResult =>
  html`<time datetime=${iso}>${formatMoment(iso)}</time>`;
