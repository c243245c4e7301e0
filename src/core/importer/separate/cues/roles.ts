/*
 * What the words of class, id, role and itemprop say about an element, on the systems that most pages
 * are made with. A word alone proves little: `page.ts` believes it only of what holds little prose.
 */

export type Role =
  | 'furniture'
  | 'comments'
  | 'contents'
  | 'hidden'
  | 'title'
  | 'metadata'
  | 'lead'
  | 'caption'
  | 'pull-quote'
  | 'editor'
  | 'aside'
  | 'fact-box'
  | 'hatnote'
  | 'about-author'
  | 'notes'
  | 'body'

/** Names of elements that mean something by themselves. */
/** A map, not an object: a page may call an element `constructor`. */
export const ROLE_OF_ELEMENT: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['nav', 'furniture'],
  ['footer', 'furniture'],
  ['form', 'furniture'],
  ['button', 'furniture'],
  ['dialog', 'furniture'],
  ['menu', 'furniture'],
  ['aside', 'aside'],
  ['figcaption', 'caption'],
  ['main', 'body'],
  ['article', 'body'],
])

const WORDS: Readonly<Record<Role, string>> = {
  furniture: `nav navbar navigation navbox navboxes navlinks navi menu submenu breadcrumb breadcrumbs
    crumbs pager pagination paging pagenav prevnext nextprev post-navigation masthead topbar toolbar
    tools actions buttons share sharing shares sharedaddy share-buttons social socials social-links
    addthis addtoany sharethis jp-relatedposts related relatedposts related-posts recirc recommend
    recommended recommendation recommendations readmore read-more read-next more-stories most-read
    mostpopular popular trending teaser teasers promo promos promoted promotion advert adverts
    advertisement advertising ad ads adsense adsbygoogle ad-container sponsor sponsored outbrain taboola
    newsletter subscribe subscription paywall subscribers signup sign-up register registration donate donation
    cookie cookies consent gdpr ccpa modal popup overlay tooltip widget widgets sidebar sidebars side-bar
    search searchbox searchform login signin rating ratings vote votes voting likes like-button follow
    followers counter counters stats skip skiplink skip-link jump mw-jump-link jump-to-nav
    catlinks mw-editsection editsection printfooter siteNotice sitenotice sistersitebox sister-box noprint
    portal portalbox navframe mw-indicators complementary contentinfo banner-ad site-footer
    footer colophon copyright disclaimer legal legalfooter post-footer taglist tagcloud tag-list tags-links hub-link
    mw-authority-control authority-control ambox mbox-small metadata-box box-more feedback contact-form
    jetpack-likes-widget jetpack_likes likes-widget poststuff loop-nav post-nav backlinks blogger-labels
    gadget headerbar toplinks quick-edit icon-action reader-tools trackback trackbacks pingback cta
    post-actions speech-bubble userbar global-nav site-header site-navigation accessibility
    republish content-republish pg-boilerplate pgheader pg-header pg-footer pg-machine-header headertemplate ws-header wst-header
    header_notes licensecontainer licencecontainer imbox ws-noexport zone-nav vector-menu vector-header mw-portlet mw-footer mw-head mw-panel p-search`,
  comments: `comments comment commentlist comment-list comments-area comments-section discussion disqus
    disqus_thread respond reply replies responses reader-comments comentarios commentaires kommentare
    kommentar commenti opinions user-comments commentblock comment-body livefyre fb-comments`,
  contents: `toc tableofcontents table-of-contents toctitle tocnumber toc_container contents-list`,
  hidden: `hidden sr-only visually-hidden screen-reader-text offscreen off-screen visuallyhidden
    assistive-text element-invisible noshow print-only`,
  title: `headline title entry-title post-title article-title story-title firstheading pagetitle
    page-title posttitle h-title p-name`,
  metadata: `byline bylines dateline author authors vcard published updated pubdate datepublished
    datemodified post-date entry-date entry-meta post-meta postmeta article-meta story-meta meta
    posted-on posted-by timestamp tags hubs hub-links taxonomy labels topics post-info entry-info postinfo article-info date credit credits
    article-header__meta publish-date publication-date shortdescription siteSub sitesub copyright-line
    source kicker section-name reading-time readtime read-time views viewcount post-byline
    date-header post-timestamp post-author fn`,
  lead: `lead lede standfirst subtitle sub-title subhead subheadline deck dek excerpt summary intro
    introduction teaser-text article-summary abstract strapline chapeau chapo article__lead`,
  caption: `caption wp-caption wp-caption-text media-caption figure-caption image-caption photo-caption
    imagecaption photo-credit image-credit thumbcaption gallerytext gallery-caption photo picture thumbnail photo-box image-wrapper slideshow
    photocredit imgcaption tr-caption image-credits`,
  'pull-quote': `pullquote pull-quote pullquotes quote-pull blockquote-pull wp-block-pullquote`,
  editor: `editors-note editor-note editornote editorsnote ednote editorial-note note-editor
    editors_note article-note post-note redaktion translator-note translators-note transnote
    translator translators-notes nota-redazione ndlr moderator moderator-note aside-note`,
  aside: `aside factbox fact-box infobox-inline callout inset box-out boxout sidenote side-note
    explainer backgrounder context-box info-box infobox-text highlight-box textbox`,
  'fact-box': `infobox infobox_v2 infobox_v3 infoboks taxobox wikitable-infobox biota fichier-infobox
    bandeau-section sinottico geobox vcard-infobox sidebar-infobox infocaseta ficha`,
  hatnote: `hatnote dablink rellink bandeau-homonymie noteta hinweis bksicon bandeau-niveau-information
    main-article mainarticle homonymie`,
  'about-author': `author-bio authorbio about-author about-the-author author-box authorbox author-info
    author-description author-profile bio biography author-card contributor-bio contributors
    author__bio post-author-bio authors-bio author-block saboxplugin-wrap guest-author entry-author-info
    aboutauthor author-about author-details about_author`,
  notes: `footnotes footnote endnotes endnote references reflist mw-references-wrap reference-list
    notelist notes fn-list footnote-definition footnotes-list doc-endnotes doc-footnote
    references-small reference-text fussnoten notas notes-references`,
  body: `articlebody article-body article-content entry-content post-content post-body postbody
    story-body storybody mw-parser-output hentry h-entry e-content main-content body-content
    article__body article-text articletext story-content blog-post content-body text-content post-entry
    available-content postcontent entrytext entry-body post_content single-post rich-text markdown-body`,
}

const ROLES: readonly Role[] = [
  'furniture',
  'comments',
  'contents',
  'hidden',
  'title',
  'metadata',
  'lead',
  'caption',
  'pull-quote',
  'editor',
  'aside',
  'fact-box',
  'hatnote',
  'about-author',
  'notes',
  'body',
]

/** By the word, every role that it may mean. */
export const ROLES_OF_HINT: ReadonlyMap<string, readonly Role[]> = byWord(WORDS)

function byWord(words: Readonly<Record<Role, string>>): ReadonlyMap<string, readonly Role[]> {
  const found = new Map<string, Role[]>()
  for (const role of ROLES) {
    for (const word of words[role].toLowerCase().split(/\s+/u)) {
      if (word !== '') found.set(word, [...(found.get(word) ?? []), role])
    }
  }
  return found
}

/** Microdata and ARIA say it outright: these stand even on what holds much of the text. */
export const CERTAIN_COMMENTS: ReadonlySet<string> = new Set([
  'comments',
  'commentlist',
  'comment-list',
  'comments-area',
  'comments-section',
  'disqus_thread',
  'respond',
])
