/* Beginnings of lines, and what ends them. Each is linear: no part of it can match what the next one does. */

export const FENCE = /^(`{3,}|~{3,}(?!~))([^`]*)$/
export const HEADING = /^(#{1,6})(?:[ \t]+|$)/
export const ITEM = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/
export const NOTE = /^\[\^([^\s[\]]{1,999})\]:[ \t]*/
export const DEFINITION = /^\[((?:[^[\]\\]|\\.){1,999})\]:[ \t]*(?:<([^<>\n]*)>|(\S+))/
export const DEFINITION_END = /^[ \t]*(?:(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))[ \t]*)?$/
export const DIRECTIVE = /^:{3,}[ \t]*(?:\{[^{}]*\}|([\w-]+))?/
/** The title of a link may stand on the line below its address. */
export const TITLE = /^(?:"[^"]*"|'[^']*'|\([^()]*\))$/
export const MODULE_LINE =
  /^(?:import\s[^;]{1,300}\sfrom\s+['"]|import\s+['"]|export\s+(?:const|default|function|let)\s)/
export const UNDERLINE = /^(?:=+|-{2,})[ \t]*$/
export const SENTENCE_END = /[.!?…:;。！？][)\]"'”’»*_]*$/
export const RAW_TEXT = /^<(script|style|!--)/i
