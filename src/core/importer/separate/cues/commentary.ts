import { AFTERWORDS } from './afterwords.ts'
import { EDITORS } from './editors.ts'
import type { LabelCue } from './label.ts'
import { TRANSLATORS } from './translators.ts'

const label = (
  id: LabelCue['id'],
  voice: string | null,
  lang: string,
  words: string,
  needs: LabelCue['needs'] = 'sign',
): LabelCue => ({ id, class: 'commentary', voice, lang, words, needs })

/** Remarks by somebody through whose hands the text went. */
export const COMMENTARY: readonly LabelCue[] = [
  label(
    'comment-by',
    null,
    'en',
    'comment by|comments by|commentary by|comment from|comments from|remark by|remarks by|commentary from|annotation by|a comment by|response by|reply by|observations by',
  ),
  label('comment-by', null, 'en', 'reply from|response from|answer from|answer by|rejoinder by'),
  label(
    'comment-by',
    null,
    'de',
    'antwort von|antwort des|antwort der|erwiderung von|stellungnahme von|stellungnahme des|stellungnahme der',
  ),
  label('comment-by', null, 'fr', 'réponse de|commentaire de'),
  label('comment-by', null, 'es', 'respuesta de|comentario de'),
  label('comment-by', null, 'it', 'risposta di|commento di'),
  label('comment-by', null, 'ru', 'ответ от|комментарий от|реплика от'),
  label(
    'own-comment',
    null,
    'en',
    "my comment|my comments|my commentary|my note|my notes|my remark|my remarks|my response|my reply|my answer|my take|my thoughts|my two cents|my 2 cents|my view|my reaction|our comment|our comments|our note|our take|our response|our view|comment|commentary|comments|personal note|personal comment|blogger's note|blogger's comment|blog owner's note|webmaster's note|webmaster's comment|a note from me|note by me|poster's note|poster's comment|reposter's note|uploader's note",
  ),
  label(
    'own-comment',
    null,
    'de',
    'mein kommentar|meine anmerkung|meine meinung|unser kommentar|kommentar|kommentar dazu|meine antwort|dazu meine meinung|anmerkung|anm.',
  ),
  label(
    'own-comment',
    null,
    'fr',
    'mon commentaire|mes commentaires|notre commentaire|commentaire|commentaires|mon avis|ma remarque|remarque|notre avis',
  ),
  label(
    'own-comment',
    null,
    'es',
    'mi comentario|mis comentarios|nuestro comentario|comentario|comentario personal|mi opinion|mi opinión',
  ),
  label(
    'own-comment',
    null,
    'it',
    'il mio commento|mio commento|nostro commento|commento|commento mio',
  ),
  label(
    'own-comment',
    null,
    'pt',
    'meu comentário|meu comentario|nosso comentário|comentário|comentario meu',
  ),
  label('own-comment', null, 'nl', 'mijn commentaar|commentaar|ons commentaar|mijn reactie'),
  label('own-comment', null, 'pl', 'mój komentarz|komentarz|nasz komentarz|uwaga'),
  label(
    'own-comment',
    null,
    'ru',
    'мой комментарий|мои комментарии|комментарий|от себя|наш комментарий|моё мнение|мое мнение|моё примечание|мое примечание|комментарии',
  ),
  label('own-comment', null, 'uk', 'мій коментар|коментар|від себе|наш коментар'),
  label(
    'own-comment',
    null,
    'zh',
    '我的评论|我的評論|评论|評論|点评|點評|按语|按語|博主按|笔者按|筆者按|我的看法|转载者按|轉載者按|转载按|博主注|楼主注|评注',
  ),
  label('own-comment', null, 'ja', '私のコメント|コメント|管理人コメント|筆者コメント|ブログ主'),
  label('own-comment', null, 'tr', 'yorumum|benim yorumum|yorum'),
  label('own-comment', null, 'sv', 'min kommentar|mina kommentarer|vår kommentar|kommentar'),
  label('own-comment', null, 'ar', 'تعليقي|تعليق|ملاحظة'),
  label('own-comment', null, 'he', 'הערה שלי|תגובתי'),
  label('note-from', null, 'he', 'תגובה של|הערה של|הערת|תגובת'),
  label(
    'note-from',
    null,
    'en',
    "note from|note by|a note from|notes by|notes from|a note by|a message from|message from|introduction by|introduced by|intro by|foreword by|preface by|moderator's note|moderator note|moderator's comment|moderator|mod note|mod's note|admin note|admin's note|administrator's note|note from the webmaster|note from admin|note from the moderator|archivist's note|annotator's note|commentator's note|reviewer's note|reviewer's comment|interviewer's note|annotation|sysop note|list owner's note|maintainer's note",
  ),
  label(
    'note-from',
    null,
    'de',
    'anmerkung von|anmerkung des|anmerkung der|anm. von|kommentar von|kommentar des|kommentar der|kommentar vom|anmerkung vom|ein kommentar von|hinweis von|vorwort von|einleitung von|anmerkung des admins|anmerkung der moderation|anmerkung des bloggers',
  ),
  label(
    'note-from',
    null,
    'fr',
    "note de|note du|note de la|commentaire de|commentaire du|commentaire de la|remarque de|remarque du|introduction de|préface de|présentation de|note d'introduction",
  ),
  label(
    'note-from',
    null,
    'es',
    'nota de|nota del|nota de la|comentario de|comentario del|comentario de la|introducción de|presentación de|nota introductoria|nota previa',
  ),
  label(
    'note-from',
    null,
    'it',
    'nota di|nota del|nota della|commento di|commento del|commento della|introduzione di|premessa di|premessa|nota introduttiva',
  ),
  label(
    'note-from',
    null,
    'pt',
    'nota de|nota do|nota da|comentário de|comentário do|comentário da|introdução de|apresentação de',
  ),
  label('note-from', null, 'nl', 'noot van|commentaar van|inleiding van|opmerking van'),
  label(
    'note-from',
    null,
    'ru',
    'комментарий от|примечание от|предисловие от|вступление от|вступление|прим. автора перевода',
  ),
  label('note-from', null, 'pl', 'komentarz od|uwaga od|wstęp od'),
  ...EDITORS,
  ...TRANSLATORS,
  ...AFTERWORDS,
]

/** How a remark is signed at its end: "… (sic) — Ed." Written as labels are. */
export const SIGNATURES: Readonly<Record<'editor' | 'translator' | 'own', string>> = {
  own: "прим. моё|прим. мое|моё прим.|emphasis mine|my emphasis|emphasis added|emphasis is mine|italics mine|bold mine|hervorhebung von mir|hervorhebungen von mir|hervorh. v. mir|c'est moi qui souligne|je souligne|nous soulignons|выделено мной|курсив мой|выделено мною|подчёркнуто мной|el énfasis es mío|énfasis añadido|énfasis mío|corsivo mio|grifo meu|grifos meus|cursivering van mij|podkreślenie moje|重点为引者所加|着重号为引者所加",
  editor:
    'ed.|eds.|ed|editor|editors|the editor|the editors|ed. note|d. red.|die red.|anm. d. red.|anm. d. redaktion|ndlr|n.d.l.r.|la rédaction|n. de la r.|ndr|n.d.r.|n. del e.|прим. ред.|ред.|прим. редактора|прим. редакции|примітка редактора|编者注|编者按|編者註|编注|編集部注|przyp. red.|red.|pozn. red.|hrsg.|d. hrsg.|d. hg.|anm. d. hrsg.|nvdr|red. anm.|toim. huom.|бел. ред.',
  translator:
    "tr.|trans.|transl.|translator|the translator|translator's note|tn|t.n.|d. übers.|d. ü.|der übers.|der übersetzer|anm. d. übers.|anm. d. ü.|anm. d. übersetzers|a.d.ü.|anm.d.ü.|ndt|n.d.t.|n. d. t.|n.d.t|n. du t.|note du traducteur|n. del t.|n. de la t.|nota del traductor|n. do t.|nota do tradutor|nota del traduttore|прим. пер.|прим. перев.|прим. переводчика|прим.пер.|прим. пер|примеч. пер.|пер.|перев.|прим. переводчиков|прим. перекл.|译注|译者注|譯註|譯者註|译者按|译者|訳注|訳者注|訳註|訳者|옮긴이|역주|역자|przyp. tłum.|przyp. tłumacza|pozn. překl.|vert.|noot vertaler|övers.|övers. anm.|o.a.|ö.a.|suom. huom.|ç.n.|çev.|σ.τ.μ.|n.tr.|бел. прев.|a ford.",
}
