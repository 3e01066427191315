import { useKitTexts } from './kit-texts.ts'

export type KeyCapProps = { keys: string }

/** A shortcut as a small key, for example "Ctrl K". */
export function KeyCap({ keys }: KeyCapProps) {
  const texts = useKitTexts()
  return <kbd className="k-key-cap"><span className="k-unseen">{texts.shortcut} </span>{keys}</kbd>
}
