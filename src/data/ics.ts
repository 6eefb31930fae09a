/** An all-day event. */
export interface CalendarEvent {
  /** The same in every export, so that a calendar that is loaded again moves nothing and doubles nothing. */
  uid: string;
  /** How often it was moved: a calendar takes the higher for the newer (RFC 5545, 3.8.7.4). */
  sequence: number;
  /** ISO date of the day it stands on. */
  date: string;
  summary: string;
  description: string;
  category: string;
  /** Where to read more; a whole address. */
  url?: string;
  /** Whether day and task are printed for sure. */
  certain: boolean;
}

export interface Calendar {
  /** Names the producer's product, ASCII. */
  product: string;
  name: string;
  description: string;
  /** ISO date that stands as every event's time stamp. */
  stamped: string;
  events: CalendarEvent[];
}

/** A content line holds at most this many octets (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** A text of RFC 5545, 3.3.11. Whatever a program may read as the end of a line is written as one within the text. */
const escapeText = (text: string) =>
  text
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\r\n?|[\n\v\f\u0085\u2028\u2029]/gu, '\\n')
    .replace(/[\0-\x08\x0e-\x1f\x7f]/gu, '');
const compact = (date: string) => date.replaceAll('-', '');
const octets = (text: string) => new TextEncoder().encode(text).length;

const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** Breaks a content line where it grows too long, never inside a character. */
function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const char of line) {
    const size = octets(char);
    if (length + size > LINE_OCTETS) {
      folded += '\r\n ';
      length = 1;
    }
    folded += char;
    length += size;
  }
  return folded;
}

/**
 * A calendar as iCalendar (RFC 5545): all-day events that leave the day free.
 * @param calendar its events in any order; the same calendar gives the same text
 */
export function toIcs({ product, name, description, stamped, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//policy-reader//${product}//ZH-CN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    `X-WR-CALDESC:${escapeText(description)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.uid}`,
      `SEQUENCE:${event.sequence}`,
      `DTSTAMP:${compact(stamped)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(event.date)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(event.date))}`,
      `SUMMARY:${escapeText(event.summary)}`,
      `DESCRIPTION:${escapeText(event.description)}`,
      `CATEGORIES:${escapeText(event.category)}`,
      ...(event.url ? [`URL:${event.url}`] : []),
      `STATUS:${event.certain ? 'CONFIRMED' : 'TENTATIVE'}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
