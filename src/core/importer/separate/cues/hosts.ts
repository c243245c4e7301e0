/**
 * Words for the place where a text was posted, or for whoever keeps it, in the cases in which labels have
 * them: what stands behind is its name. Folded.
 */
export const HOST_NOUNS =
  'blog blogs blogue weblog weblogs site website websites forum forums webmaster webmestre blogger bloggers blogueur blogueuse bloguero blogger bloga serwisu strony portalu блога блогу сайта сайту форума портала مدونة مدونه موقع منتدى הבלוג האתר בלוג אתר'
