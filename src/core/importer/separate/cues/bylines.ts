/*
 * Before a name, at the beginning of a line that says who did what for the text; in lower case, with `|`
 * between them. To add a language, add its words.
 */

/** Who wrote it. */
export const AUTHORED =
  'by|written by|words by|words:|text by|text:|story by|essay by|article by|author|authors|authored by|guest post by|a guest post by|von|geschrieben von|text von|ein gastbeitrag von|gastbeitrag von|ein beitrag von|autor|autorin|autoren|verfasser|par|écrit par|texte de|texte :|texte:|un article de|une tribune de|auteur|auteure|autrice|auteurs|por|escrito por|texto de|texto:|un artículo de|autora|di|scritto da|testo di|testo:|un articolo di|autore|autori|texto por|door|geschreven door|tekst:|tekst van|av|af|skrevet av|skrevet af|skriven av|text av|tekst av|teksti:|kirjoittanut|napsal|napsala|napisał|napisała|autorka|автор|авторы|автор статьи|автор текста|текст:|написал|написала|автори|írta|szerző|scris de|de autorul|yazan|yazar|oleh|penulis|bởi|tác giả|από|του|γράφει|συγγραφέας|بقلم|كتبه|كتبها|تأليف|الكاتب|الكاتبة|מאת|כתב:|כתבה:|作者|著者|筆者|文|撰文|글|글쓴이|저자|작성자'

/** Who put it where it was found. */
export const PUT_UP =
  'posted by|reposted by|shared by|uploaded by|submitted by|published by|eingestellt von|veröffentlicht von|gepostet von|publié par|posté par|mis en ligne par|publicado por|subido por|compartido por|postado por|pubblicato da|postato da|inserito da|geplaatst door|gepost door|gepubliceerd door|опубликовал|опубликовала|разместил|разместила|выложил|выложила|опубліковано:|додав|opublikował|opublikowała|dodał|dodała|opublikowane przez|vložil|upplagd av|lagt inn av|postet av|lagt op af|julkaissut|közzétette|publicat de|yayınlayan|نشر بواسطة|نشره|نشرها|פורסם על ידי|发布者|發布者|轉載自|投稿者|게시자'

/** Between two names. */
export const AND = 'and|und|et|и|en|og|och|ve'

/** Between two names, and inside the names of families: there both sides must be whole names. */
export const AND_IN_NAMES = 'y|e|i'
