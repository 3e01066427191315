import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { MouseEvent, ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import { useKitTexts } from './kit-texts.ts'
import { KeyCap } from './key-cap.tsx'
import { useTooltip } from './use-tooltip.tsx'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

type PressProps = {
  kind?: ButtonKind | undefined
  /** Without a size the button follows the density of its surroundings. */
  size?: 'desk' | 'phone' | undefined
  busy?: boolean | undefined
  /** The reason the deed is refused now. The button stays focusable, so that the reason can be read. */
  whyNot?: string | null | undefined
  submit?: boolean | undefined
  form?: string | undefined
  onPress?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined
  autoFocus?: boolean | undefined
  id?: string | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

export type ButtonProps = PressProps & {
  children: ReactNode
  icon?: LucideIcon | undefined
  /** The shortcut shown as a small key; whoever owns the shortcut listens for it. */
  keyCap?: string | undefined
  /** Fills the width of its box, as the main action on a phone does. */
  wide?: boolean | undefined
}

/** A button named by its outcome. Greyed out it says why instead of going dead. */
export function Button({ children, icon: Icon, keyCap, wide, kind = 'plain', size, ...press }: ButtonProps) {
  const tooltip = useTooltip(press.whyNot)
  const iconSize = size === 'phone' ? 18 : 15
  return (
    <>
      <button {...pressAttributes(press, tooltip.id)} {...tooltip.anchorProps}
        className={classNames('k-button', `k-button-${kind}`, size && `k-button-${size}`, wide && 'k-button-wide')}>
        {press.busy ? <Spinner size={iconSize} /> : Icon && <Icon size={iconSize} aria-hidden />}
        <span className="k-button-text">{children}</span>
        {keyCap !== undefined && <KeyCap keys={keyCap} />}
      </button>
      {tooltip.element}
    </>
  )
}

export type IconButtonProps = PressProps & {
  'aria-label': string
  icon: LucideIcon
  /** A number on the corner, as for unread notices; zero shows nothing. */
  count?: number | undefined
  pressed?: boolean | undefined
}

/** A square button with a picture only; its name shows as a tooltip. */
export function IconButton({ 'aria-label': label, icon: Icon, count = 0, pressed, kind = 'quiet', size, ...press }: IconButtonProps) {
  const tooltip = useTooltip(press.whyNot ?? label)
  return (
    <>
      <button {...pressAttributes(press, tooltip.id)} {...tooltip.anchorProps} aria-pressed={pressed}
        aria-label={count > 0 ? `${label} ${count}` : label}
        className={classNames('k-button', 'k-button-icon', `k-button-${kind}`, size && `k-button-${size}`)}>
        {press.busy ? <Spinner size={16} /> : <Icon size={16} aria-hidden />}
        {count > 0 && <span className="k-button-count" aria-hidden>{count > 99 ? '99+' : count}</span>}
      </button>
      {tooltip.element}
    </>
  )
}

/** The class for a router link that must look like a button: `<Link className={buttonClass('plain')} …>`. */
export const buttonClass = (kind: ButtonKind): string => `k-button k-button-${kind}`

/** The class for a button that must look like a link inside a sentence. */
export const linkButtonClass = 'k-link-button'

function pressAttributes({ busy, whyNot, submit, onPress, ...rest }: PressProps, reasonId: string) {
  const refused = Boolean(whyNot) || busy === true
  return {
    ...rest,
    type: submit ? ('submit' as const) : ('button' as const),
    'aria-disabled': refused || undefined,
    'aria-busy': busy || undefined,
    'aria-describedby': whyNot ? reasonId : undefined,
    onClick: (event: MouseEvent<HTMLButtonElement>) => {
      // preventDefault also stops a form's Enter key, which arrives here as a click on its submit button.
      if (refused) event.preventDefault()
      else onPress?.(event)
    },
  }
}

function Spinner({ size }: { size: number }) {
  const texts = useKitTexts()
  return <LoaderCircle size={size} className="k-spin" role="img" aria-label={texts.loading} />
}
