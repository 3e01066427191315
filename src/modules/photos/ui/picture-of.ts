import { addressOf } from '../../../platform/web/api.ts'
import { showPhoto } from '../contract.ts'

export const pictureOf = ({ id }: { readonly id: string }): string => addressOf(showPhoto.path, { params: { photoId: id } })
