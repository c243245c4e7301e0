/** Headings under which notes stand. Lower case; with or without a number or a colon. */
export const NOTES_BEGIN = `
notes|footnotes|foot notes|endnotes|end notes|references|references and notes|notes and references|note|footnote|citations|works cited|sources and notes|citations and notes|explanatory notes|notes and citations|notes to the text|translator's notes|editor's notes|editorial notes|transcriber's notes|[footnotes]|[notes]|bibliography and notes
anmerkungen|fußnoten|fussnoten|endnoten|einzelnachweise|anmerkungen und einzelnachweise|belege|nachweise|quellen und anmerkungen|fußnote|anmerkung|noten
notes et références|références|notes de bas de page|note de bas de page|notes de fin|notes du traducteur|annotations|notes et sources|renvois
notas|referencias|notas al pie|notas a pie de página|notas y referencias|notas del traductor|nota al pie|notas finales
note|note a piè di pagina|riferimenti|note e riferimenti|annotazioni|note a margine|note al testo
notas de rodapé|referências|notas e referências|rodapé
noten|voetnoten|voetnoot|eindnoten|referenties|noten en referenties|bronnen, noten en/of referenties
przypisy|przypis|uwagi|odnośniki|przypisy końcowe|poznámky|poznámky pod čarou|reference|vysvetlivky|referencie
примечания|сноски|примечание|ссылки и примечания|комментарии и примечания|примечания и ссылки|примечания редактора|примечания переводчика|сноска|источники и примечания|примітки|виноски|бележки|бележки под линия|напомене|напомене и референце|заувагі|крыніцы
注释|註釋|注釋|注解|註解|脚注|腳註|尾注|附注|参考文献与注释|注|註|参考资料|參考資料|译者注释|脚註|註釈|注釈|出典|注記|脚注・出典|각주|주석|미주|주
noter|fotnoter|fodnoter|referenser|referencer|referanser|noter och referenser|slutnoter|kilder og noter|viitteet|alaviitteet|huomautukset|lähteet ja viitteet
jegyzetek|lábjegyzetek|források és jegyzetek|note de subsol|note și referințe|dipnotlar|notlar|kaynakça ve notlar|σημειώσεις|υποσημειώσεις|παραπομπές|الهوامش|هوامش|ملاحظات|المراجع والهوامش|הערות|הערות שוליים|پانویس|یادداشت‌ها|chú thích|ghi chú|catatan kaki|catatan|notoj|referencoj
`

/** Headings of a list of what the page contains. */
export const CONTENTS_BEGIN = `
contents|table of contents|in this article|on this page|in this post|jump to|inhalt|inhaltsverzeichnis|sommaire|table des matières|contenido|contenidos|índice|tabla de contenidos|indice|sommario|conteúdo|sumário|inhoud|inhoudsopgave|spis treści|obsah|содержание|оглавление|зміст|съдържание|目录|目錄|目次|목차|innehåll|indhold|innhold|sisällys|sisällysluettelo|tartalom|tartalomjegyzék|cuprins|içindekiler|περιεχόμενα|محتويات|المحتويات|תוכן עניינים|فهرست|mục lục|daftar isi|enhavo
`

/** Which hands a text over to somebody else: what stands before it is the host's own. */
export const HAND_OVER = `
i copy it|copy it below|copied here|below in full|in full below|in full here|here in full|it in full|i paste it|i post it|what follows is|what follows below|here follows|here is the full|here's the full|here is the text|here's the text|here is the article|here's the article|here is his|here is her|here is their|here is an excerpt|here's an excerpt|here is the original|below is the|below is a|below is an|below, the|the following is|the following article|the following post|the following text|the following essay|the following was|the following guest|the following piece|i repost|i'm reposting|i am reposting|we repost|reposted here|reposted below|reposted with permission|republished here|republished below|republished with permission|reprinted here|reprinted below|reprinted with permission|reproduced here|reproduced below|reproduced with permission|reproduced in full|i reproduce|we reproduce|is a guest post|is a guest article|is a guest blog|a guest post by|a guest post from|guest post by|guest article by|guest essay by|is by our guest|today's post is by|today's guest|this post is by|this guest post|this post is written by|this post was written by|this article was written by|original article, repost|original post below|full text below|full text follows|full article below|i am posting|i'm posting|we are pleased to publish|we are publishing|we're publishing|we publish below|we are republishing|i am republishing|i'm republishing|with his permission|with her permission|with their permission|with the author's permission|with permission of the author|with kind permission|by permission of the author|i've copied|i have copied|copied below|pasted below|pasting below|posted below|quoted in full|in its entirety
im folgenden|nachfolgend|hier der artikel|hier der text|hier sein text|es folgt|der folgende text|der folgende artikel|der folgende beitrag|folgender text|folgender artikel|gastbeitrag von|ein gastbeitrag|mit freundlicher genehmigung|mit genehmigung|wir dokumentieren|wir veröffentlichen hier|wir geben hier|ich gebe hier
ci-dessous|voici l'article|voici le texte|voici son|voici un extrait|le texte suivant|l'article suivant|nous reproduisons|nous publions|nous republions|je reproduis|je publie|je republie|avec l'autorisation|avec l'aimable autorisation|reproduit ici|tribune de
a continuación|reproducimos|reproduzco|publicamos|el siguiente artículo|el siguiente texto|he aquí el|este es el texto|con permiso|con autorización|con la autorización|comparto|compartimos|aquí el artículo
di seguito|riportiamo|ripubblichiamo|pubblichiamo|riporto|il seguente articolo|il seguente testo|ecco l'articolo|ecco il testo|con il permesso|per gentile concessione
a seguir|reproduzimos|reproduzo|publicamos|o seguinte artigo|o seguinte texto|eis o artigo|com permissão|com autorização
hieronder|het volgende artikel|de volgende tekst|met toestemming|hier volgt|wij publiceren
poniżej|przedstawiamy|publikujemy|za zgodą|za zgoda|oto tekst|oto artykuł
ниже|далее следует|привожу|приводим|публикуем|публикую|предлагаем вашему вниманию|предлагаю вашему вниманию|представляем вашему вниманию|вашему вниманию|с разрешения|с любезного разрешения|перепечатываем|вот текст|вот статья|вот его|вот её|вот полный
以下为|以下是|以下為|下面是|现转载|現轉載|现将|全文如下|原文如下|特此转载|转载如下|轉載如下|经授权|經授權|授权转载|授權轉載|转载于此|分享给大家|以下に|以下は|全文を|転載します|許可を得て
`
