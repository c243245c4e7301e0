import type { LabelCue } from './label.ts'

const afterword = (voice: string, lang: string, words: string): LabelCue => ({
  id: voice === 'editor' ? 'editors-note' : 'translators-note',
  class: 'commentary',
  voice,
  lang,
  words,
  needs: 'sign',
  isSection: true,
})

/** Over the last words of a translator, an editor or a transcriber, which go on to the end of their section. */
export const AFTERWORDS: readonly LabelCue[] = [
  afterword(
    'translator',
    'en',
    "translator's afterword|translator's postscript|translator's epilogue|translator's notes|afterword by the translator",
  ),
  afterword(
    'transcriber',
    'en',
    "transcriber's notes|transcriber's endnotes|transcriber's endnote|transcribers' notes",
  ),
  afterword('editor', 'en', "editor's afterword|editor's postscript|afterword by the editor"),
  afterword(
    'translator',
    'de',
    'nachwort des übersetzers|nachwort der übersetzerin|nachbemerkung des übersetzers|nachbemerkung der übersetzerin',
  ),
  afterword(
    'editor',
    'de',
    'nachwort des herausgebers|nachwort der herausgeberin|nachwort der redaktion|nachbemerkung des herausgebers|nachbemerkung der redaktion',
  ),
  afterword(
    'translator',
    'fr',
    'postface du traducteur|postface de la traductrice|notes du traducteur',
  ),
  afterword('editor', 'fr', "postface de l'éditeur|postface de l'éditrice"),
  afterword(
    'translator',
    'es',
    'epílogo del traductor|epílogo de la traductora|posfacio del traductor|notas del traductor',
  ),
  afterword('editor', 'es', 'epílogo del editor|posfacio del editor'),
  afterword('translator', 'it', 'postfazione del traduttore|postfazione della traduttrice'),
  afterword('editor', 'it', "postfazione del curatore|postfazione dell'editore"),
  afterword('translator', 'pt', 'posfácio do tradutor|posfácio da tradutora'),
  afterword('editor', 'pt', 'posfácio do editor'),
  afterword('translator', 'nl', 'nawoord van de vertaler|nawoord van de vertaalster'),
  afterword('editor', 'nl', 'nawoord van de redactie'),
  afterword('translator', 'pl', 'posłowie tłumacza|posłowie tłumaczki'),
  afterword('editor', 'pl', 'posłowie redakcji|posłowie redaktora'),
  afterword('translator', 'cs', 'doslov překladatele|doslov překladatelky'),
  afterword(
    'translator',
    'ru',
    'послесловие переводчика|послесловие переводчицы|примечания переводчика',
  ),
  afterword('editor', 'ru', 'послесловие редактора|послесловие редакции|послесловие издателя'),
  afterword('translator', 'uk', 'післямова перекладача|післямова перекладачки'),
  afterword('translator', 'zh', '译后记|譯後記|译者后记|譯者後記|译者跋|譯者跋|译后感|译者后话'),
  afterword('editor', 'zh', '编后记|編後記|编者后记|編者後記|编后语|編後語'),
  afterword('translator', 'ja', '訳者あとがき|訳者後記|翻訳者あとがき'),
  afterword('translator', 'ko', '옮긴이의 말|옮긴이 후기|역자 후기'),
  afterword('translator', 'sv', 'översättarens efterord'),
  afterword('translator', 'da', 'oversætterens efterskrift'),
  afterword('translator', 'fi', 'suomentajan jälkisanat'),
]
